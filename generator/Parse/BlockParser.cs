using System.Collections.Generic;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parse;

/// <summary>Reads attributes that ask for several poolings in one pass: pyramids, and maxima beside averages.</summary>
internal static class BlockParser
{
    private static readonly string[] Operations =
    [
        ArgumentNames.Indices, ArgumentNames.IndexType, ArgumentNames.Unpool, ArgumentNames.Backward, ArgumentNames.Norm, ArgumentNames.Activation,
        ArgumentNames.InputScale, ArgumentNames.InputZeroPoint, ArgumentNames.OutputScale, ArgumentNames.OutputZeroPoint,
    ];

    /// <summary>The windows of an attribute that asks for a pyramid and breaks no rule; null for any other.</summary>
    public static PoolPyramid? Pyramid(StatedAttribute stated) =>
        PoolAttributes.BlockOf(stated.Data) == PoolOperation.Pyramid && Refusal(stated) is null
            ? PoolPyramid.Max(Windows(stated), Layout(stated), stated.Flag(ArgumentNames.IncludeInput) ?? false)
            : null;

    /// <summary>The configuration of the largest window and the fixed shape, or null when a rule is broken.</summary>
    public static (PoolConfig Config, PoolFixedShape FixedShape)? Config(StatedAttribute stated, List<Problem> problems)
    {
        int before = problems.Count;
        if (Refusal(stated) is PoolProblem refusal)
            ConfigParser.AddAll(stated, [refusal], problems);
        if (Pyramid(stated) is not PoolPyramid pyramid)
            return null;

        PoolFixedShape shape = ConfigParser.Shape(stated);
        ConfigParser.AddAll(stated, PoolPyramidRules.Fixed(pyramid, shape), problems);
        return problems.Count > before ? null : (pyramid.Largest, shape);
    }

    /// <summary>Whether the attribute states options of other kernels, which are reported.</summary>
    public static bool AreRefused(StatedAttribute stated, PoolOperation block, List<Problem> problems)
    {
        int before = problems.Count;
        bool pyramid = block == PoolOperation.Pyramid;
        foreach (string option in (string[])[.. Operations, pyramid ? ArgumentNames.Rounding : ArgumentNames.AllowReassociation])
        {
            if (!stated.States(option))
                continue;
            string words = pyramid ? "a pyramid of maxima" : "maxima and averages in one pass";
            problems.Add(new(Diagnostics.PoolDiagnostics.BlockOption, $"{option} is not an option of {words}") { Attribute = stated.Data, Argument = option });
        }

        return problems.Count > before;
    }

    private static PoolProblem? Refusal(StatedAttribute stated) => PoolPyramidRules.First(Windows(stated), Layout(stated));

    private static IReadOnlyList<int> Windows(StatedAttribute stated) => stated.Numbers("windows");

    private static PoolLayout Layout(StatedAttribute stated) => (PoolLayout)(stated.Number(ArgumentNames.Layout) ?? 0);
}
