extern alias Runtime;

using CsCheck;
using Microsoft.CodeAnalysis;
using PoolGen.Generator.Tests.Support;
using RuntimePool = Runtime::PoolGen;

namespace PoolGen.Generator.Tests;

/// <summary>Attributes with any whole numbers: the compiler's errors and the exceptions of the running program agree, to the word.</summary>
public class AttributePropertyTests
{
    // Mostly sensible values, so that each rule is broken alone as well as in company.
    private static readonly Gen<int> Size = Gen.Frequency((8, Gen.Int[1, 6]), (1, Gen.Int[-1, 0]), (1, OneOf(4096, 4097, int.MinValue, int.MaxValue)));
    private static readonly Gen<int> Padding = Gen.Frequency((8, Gen.Int[0, 2]), (1, Gen.Int[-2, 9]), (1, OneOf(4095, 4096, int.MinValue, int.MaxValue)));
    private static readonly Gen<int> Choice = Gen.Frequency((9, Gen.Int[0, 1]), (1, OneOf(-1, 2, int.MaxValue)));

    private static readonly Gen<Stated> Attributes =
        from sizes in Size.Array[9]
        from paddings in Padding.Array[6]
        from mode in Gen.Frequency((9, Gen.Int[0, 3]), (1, OneOf(-1, 4, int.MaxValue)))
        from layout in Choice
        from divisor in Gen.Int[-1, 3].Select(value => value == 3 ? (int?)null : value)
        from flags in Gen.Bool.Array[3]
        from rounding in Gen.Frequency((4, Gen.Int[0, 2]), (1, OneOf(-1, 3, int.MinValue)), (5, Gen.Const(9))).Select(value => value == 9 ? (int?)null : value)
        select new Stated(sizes, paddings, mode, layout, divisor, flags, rounding);

    [Fact]
    public async Task Errors_at_compile_time_are_exceptions_at_run_time() => await Attributes.Array[12].SampleAsync(
        async batch =>
        {
            string source = Compilations.Usings + string.Concat(batch.Select((stated, index) => $"{stated.Attribute}\npartial class Pools{index};\n"));
            GeneratorRun run = GeneratorRun.Of(source);
            IReadOnlyList<Diagnostic> found = await Markup.DiagnosticsOfAsync(run.Output);
            Assert.DoesNotContain(found, item => item.Id.StartsWith("AD", StringComparison.Ordinal));
            string[] lines = source.Split('\n');
            for (int index = 0; index < batch.Length; index++)
            {
                int line = Array.IndexOf(lines, $"partial class Pools{index};") - 1;
                string[] errors = [.. found
                    .Where(item => item.Severity == DiagnosticSeverity.Error && item.DefaultSeverity == DiagnosticSeverity.Error)
                    .Where(item => item.Location.GetLineSpan().StartLinePosition.Line == line)
                    .Select(item => item.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
                string? refusal = batch[index].RuntimeRefusal();
                Assert.Equal(refusal is not null, errors.Length > 0);
                if (refusal is not null)
                    Assert.Contains(refusal, errors);
            }
        },
        iter: 25, threads: 1);

    private static Gen<int> OneOf(params int[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>The arguments of one attribute.</summary>
    internal sealed record Stated(int[] Sizes, int[] Paddings, int Mode, int Layout, int? Divisor, bool[] Flags, int? Rounding)
    {
        public string Attribute => FormattableString.Invariant(
            $"[PoolKernel({Sizes[6]}, {Sizes[0]}, {Sizes[1]}, {Sizes[7]}, {Sizes[2]}, {Sizes[3]}, (PoolMode)({Mode}), DilationDepth = {Sizes[8]}, ")
            + FormattableString.Invariant($"DilationHeight = {Sizes[4]}, DilationWidth = {Sizes[5]}, PaddingFront = {Paddings[4]}, PaddingBack = {Paddings[5]}, ")
            + FormattableString.Invariant($"PaddingTop = {Paddings[0]}, PaddingBottom = {Paddings[1]}, PaddingLeft = {Paddings[2]}, PaddingRight = {Paddings[3]}, ")
            + FormattableString.Invariant($"Layout = (PoolLayout)({Layout}), {(Divisor is int divisor ? FormattableString.Invariant($"DivisorOverride = {divisor}, ") : "")}")
            + $"CeilMode = {Text(Flags[0])}, CountIncludePad = {Text(Flags[1])}, AllowReassociation = {Text(Flags[2])}{(Rounding is int rounding ? FormattableString.Invariant($", Rounding = (PoolRounding)({rounding})") : "")})]";

        public override string ToString() => Attribute;

        /// <summary>The words that the running program refuses the configuration with, or null.</summary>
        public string? RuntimeRefusal()
        {
            RuntimePool.PoolAxis depth = new(Sizes[6], Sizes[7]) { Dilation = Sizes[8], PaddingBefore = Paddings[4], PaddingAfter = Paddings[5] };
            RuntimePool.PoolAxis height = new(Sizes[0], Sizes[2]) { Dilation = Sizes[4], PaddingBefore = Paddings[0], PaddingAfter = Paddings[1] };
            RuntimePool.PoolAxis width = new(Sizes[1], Sizes[3]) { Dilation = Sizes[5], PaddingBefore = Paddings[2], PaddingAfter = Paddings[3] };
            try
            {
                RuntimePool.PoolConfig.Create((RuntimePool.PoolMode)Mode, depth, height, width, new RuntimePool.PoolOptions
                {
                    Layout = (RuntimePool.PoolLayout)Layout,
                    DivisorOverride = Divisor,
                    CeilMode = Flags[0],
                    CountIncludePad = Flags[1],
                    AllowReassociation = Flags[2],
                    Rounding = (RuntimePool.PoolRounding?)Rounding,
                });
                return null;
            }
            catch (ArgumentException refused)
            {
                return refused.Message.Split(" (Parameter ")[0];
            }
        }

        private static string Text(bool value) => value ? "true" : "false";
    }
}
