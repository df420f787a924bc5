using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Emit;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parse;

/// <summary>Makes the configuration and the fixed shape out of an attribute's arguments, by the rules that also hold at run time.</summary>
internal static class ConfigParser
{
    /// <summary>The configuration over elements of a type, which is null where it is not known, or null when a problem is an error.</summary>
    public static (PoolConfig Config, PoolFixedShape FixedShape)? Parse(StatedAttribute stated, ElementType? element, List<Problem> problems)
    {
        if (PoolAttributes.BlockOf(stated.Data) == PoolOperation.Pyramid)
            return BlockParser.Config(stated, problems);

        int before = problems.Count;
        AddTwiceStated(stated, ArgumentNames.Padding, ArgumentNames.PaddingSides, "side", problems);
        AddTwiceStated(stated, ArgumentNames.AutoPadding, [ArgumentNames.Padding, .. ArgumentNames.PaddingSides], "side", problems);
        AddTwiceStated(stated, ArgumentNames.Dilation, ArgumentNames.DilationAxes, "axis", problems);

        if (PoolConfigRules.Rank(stated.Rank) is PoolProblem rank)
        {
            AddAll(stated, [rank], problems);
            return null;
        }

        PoolMode mode = PoolAttributes.BlockOf(stated.Data) == PoolOperation.MaxAndAverage ? PoolMode.Average : (PoolMode)(stated.Number(ArgumentNames.Mode) ?? 0);
        PoolAxis depth = Axis(
            stated, PoolArgument.OutputDepth, PoolArgument.WindowDepth, PoolArgument.StrideDepth, PoolArgument.DilationDepth, PoolArgument.PaddingFront, PoolArgument.PaddingBack);
        PoolAxis height = Axis(
            stated, PoolArgument.OutputHeight, PoolArgument.WindowHeight, PoolArgument.StrideHeight, PoolArgument.DilationHeight, PoolArgument.PaddingTop, PoolArgument.PaddingBottom);
        PoolAxis width = Axis(
            stated, PoolArgument.OutputWidth, PoolArgument.WindowWidth, PoolArgument.StrideWidth, PoolArgument.DilationWidth, PoolArgument.PaddingLeft, PoolArgument.PaddingRight);
        PoolOptions options = new()
        {
            Layout = (PoolLayout)(stated.Number(ArgumentNames.Layout) ?? 0),
            CeilMode = stated.Flag(ArgumentNames.CeilMode) ?? false,
            CountIncludePad = stated.Flag(ArgumentNames.CountIncludePad) ?? true,
            DivisorOverride = stated.Number(ArgumentNames.DivisorOverride),
            AllowReassociation = stated.Flag(ArgumentNames.AllowReassociation) ?? false,
            Rounding = (PoolRounding?)stated.Number(ArgumentNames.Rounding),
            Norm = stated.Fraction(ArgumentNames.Norm),
            Activation = (PoolActivation)(stated.Number(ArgumentNames.Activation) ?? 0),
            ActivationStage = (PoolStage)(stated.Number(ArgumentNames.ActivationStage) ?? 0),
            ClampLowest = stated.LongFraction(ArgumentNames.ClampLowest),
            ClampLargest = stated.LongFraction(ArgumentNames.ClampLargest),
            Quantization = FusionParser.Quantization(stated),
        };
        AddAll(stated, PoolConfigRules.All(mode, depth, height, width, options), problems);
        if (HasErrors(problems, before))
            return null;

        PoolConfig config = new(mode, depth, height, width, options);
        PoolFixedShape fixedShape = Shape(stated);
        AddAll(stated, PoolConfigRules.Fixed(config, fixedShape), problems);
        if (element is ElementType known && PoolConfigRules.Elements(config, known.IsWhole(), known.Bytes()) is PoolProblem unstated)
            AddAll(stated, [unstated], problems);
        AddWithoutEffect(stated, mode, element, problems);
        FusionParser.AddWithoutEffect(stated, config, problems);
        AddUnstatedCount(stated, config, problems);
        return HasErrors(problems, before) ? null : (config.Over(element?.IsWhole() ?? false), fixedShape);
    }

    /// <summary>The axes that the attribute fixes.</summary>
    public static PoolFixedShape Shape(StatedAttribute stated) => new()
    {
        Batch = Number(stated, PoolArgument.Batch),
        Channels = Number(stated, PoolArgument.Channels),
        Depth = Number(stated, PoolArgument.Depth),
        Height = Number(stated, PoolArgument.Height),
        Width = Number(stated, PoolArgument.Width),
    };

    private static bool HasErrors(List<Problem> problems, int first) => problems.Skip(first).Any(problem => problem.IsError);

    private static PoolAxis Axis(
        StatedAttribute stated, PoolArgument output, PoolArgument window, PoolArgument stride, PoolArgument dilation, PoolArgument before, PoolArgument after)
    {
        if ((PoolAttributes.IsGlobal(stated.Data) ? 1 : Number(stated, output)) is int outputs)
            return PoolAxis.Adaptive(outputs);

        PoolAxis axis = new(Number(stated, window) ?? 1, Number(stated, stride) ?? 1)
        {
            Dilation = Number(stated, dilation) ?? 1,
            PaddingBefore = Number(stated, before) ?? 0,
            PaddingAfter = Number(stated, after) ?? 0,
        };

        // That it stands beside stated padding is said already; an axis that is not pooled along has none.
        return axis == default || stated.FirstStated([ArgumentNames.Padding, .. ArgumentNames.PaddingSides]) is not null
            ? axis
            : axis with { AutoPadding = (PoolAutoPadding)(stated.Number(ArgumentNames.AutoPadding) ?? 0) };
    }

    private static int? Number(StatedAttribute stated, PoolArgument argument) => stated.Number(ArgumentNames.Of(argument, stated.Rank));

    /// <summary>Reports broken rules at the arguments that break them.</summary>
    public static void AddAll(StatedAttribute stated, IEnumerable<PoolProblem> found, List<Problem> problems)
    {
        foreach (PoolProblem problem in found)
        {
            DiagnosticDescriptor rule = PoolDiagnostics.Of(problem.Rule);
            string? argument = stated.FirstStated(ArgumentNames.Of(problem.Argument, stated.Rank));

            // One argument can stand for several axes or all sides; what is wrong with it is said once.
            if (!problems.Any(known => known.Rule == rule && known.Attribute == stated.Data && known.Argument == argument))
                problems.Add(new(rule, problem.Message) { Attribute = stated.Data, Argument = argument });
        }
    }

    private static void AddTwiceStated(StatedAttribute stated, string uniform, string[] parts, string part, List<Problem> problems)
    {
        if (stated.States(uniform) && stated.FirstStated(parts) is string other)
        {
            problems.Add(new(PoolDiagnostics.StatedTwice,
                $"Both {uniform} and {other} are stated; state {uniform} for all or each {part} on its own")
            {
                Attribute = stated.Data,
                Argument = uniform,
            });
        }
    }

    private static void AddWithoutEffect(StatedAttribute stated, PoolMode mode, ElementType? element, List<Problem> problems)
    {
        PoolModeOptions has = PoolModeOptions.Of(mode);
        Check(ArgumentNames.CountIncludePad, has.Divides, "Average");
        Check(ArgumentNames.DivisorOverride, has.Divides, "Average");
        if (Check(ArgumentNames.AllowReassociation, has.Sums, "Average and Sum") && element?.IsWhole() == true)
            Add(ArgumentNames.AllowReassociation, $"{ElementRule.Of(element.Value).Keyword}; whole numbers add up to the same in any order");
        Check(ArgumentNames.Norm, has.HasNorm, "Lp");
        if (Check(ArgumentNames.Rounding, has.Divides, "Average") && element?.IsWhole() == false)
            Add(ArgumentNames.Rounding, $"{ElementRule.Of(element.Value).Keyword}; it is an option of averages of whole numbers");

        bool Check(string option, bool effective, string modes)
        {
            if (!effective)
                Add(option, $"{mode}; it is an option of {modes}");
            return effective;
        }

        void Add(string option, string what)
        {
            if (stated.States(option))
                problems.Add(new(PoolDiagnostics.WithoutEffect, $"{option} has no effect on {what}") { Attribute = stated.Data, Argument = option });
        }
    }

    private static void AddUnstatedCount(StatedAttribute stated, PoolConfig config, List<Problem> problems)
    {
        bool counts = config.Mode == PoolMode.Average && config.IsPadded && config.DivisorOverride is null;
        if (!counts || stated.States(ArgumentNames.CountIncludePad))
            return;

        problems.Add(new(PoolDiagnostics.CountIncludePadUnstated,
            "A padded average does not state CountIncludePad; padding counts in the divisor as in PyTorch (true), Keras never counts it (false)")
        {
            Attribute = stated.Data,
            Argument = stated.FirstStated([ArgumentNames.AutoPadding, ArgumentNames.Padding, .. ArgumentNames.PaddingSides]),
        });
    }
}
