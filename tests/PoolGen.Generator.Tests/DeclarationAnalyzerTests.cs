using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests;

/// <summary>The diagnostics of the annotated symbol: containers, signatures, names of members. The compiler must have nothing to add.</summary>
public class DeclarationAnalyzerTests
{
    private const string Spans = "ReadOnlySpan<float> input, Span<float> output";

    private static Task<IReadOnlyList<string>> VerifyAsync(string marked, params string[] compilerIds) =>
        Markup.VerifyAsync(Compilations.Usings + marked, compilerIds);

    [Theory]
    [InlineData("{|POOL014:Run|}(ReadOnlySpan<uint> input, Span<uint> output, PoolShape shape)", "The element type is uint; it must be float, double, Half, sbyte, byte, short, ushort, int or long")]
    [InlineData("{|POOL018:Run|}(ReadOnlySpan<float> input, Span<double> output, PoolShape shape)", "The signature of Run is not that of a kernel; it must be void (ReadOnlySpan<T>, Span<T>, PoolShape), with the shape by value or in, or with a Span<int> or Span<long> of indices before the shape")]
    [InlineData("{|POOL018:Run|}(Span<float> input, Span<float> output, PoolShape shape)", "signature")]
    [InlineData("{|POOL018:Run|}(float[] input, float[] output, PoolShape shape)", "signature")]
    [InlineData("{|POOL018:Run|}(in ReadOnlySpan<float> input, Span<float> output, PoolShape shape)", "signature")]
    [InlineData("{|POOL018:Run|}(" + Spans + ", ref PoolShape shape)", "signature")]
    [InlineData("{|POOL018:Run|}(" + Spans + ", ref readonly PoolShape shape)", "signature")]
    [InlineData("{|POOL018:Run|}(" + Spans + ", PoolShape? shape)", "signature")]
    [InlineData("{|POOL018:Run|}(" + Spans + ", PoolShape shape, int more = 3)", "signature")]
    [InlineData("{|POOL018:Run|}()", "signature")]
    [InlineData("{|POOL018:Run|}<T>(ReadOnlySpan<T> input, Span<T> output, PoolShape shape) where T : class?, IDisposable, new()", "signature")]
    [InlineData("{|POOL018:Run|}(" + Spans + ")", "The method Run has no PoolShape parameter; it needs one, or an attribute that fixes Channels, Height and Width")]
    public async Task Signatures(string method, string message)
    {
        IReadOnlyList<string> messages = await VerifyAsync($$"""
            partial class Pools
            {
                [PoolKernel(2, 2, Max)]
                public static partial void {{method}};
            }
            """);
        Assert.Contains(message, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PoolRank.Line, 2, 2, Max, Channels = 1, Height = 1", "Channels and Width")]
    [InlineData("PoolRank.Volume, 2, 2, Max, Channels = 1, Height = 4, Width = 4", "Channels, Depth, Height and Width")]
    [InlineData("2, 2, 2, 2, 2, 2, Max, Depth = 4, Height = 4, Width = 4", "Channels, Depth, Height and Width")]
    public async Task A_shape_that_is_left_out_must_be_fixed_along_every_axis_of_the_rank(string arguments, string axes)
    {
        IReadOnlyList<string> messages = await VerifyAsync($$"""
            partial class Pools
            {
                [PoolKernel({{arguments}})]
                public static partial void {|POOL018:Run|}({{Spans}});
            }
            """);
        Assert.Equal($"The method Run has no PoolShape parameter; it needs one, or an attribute that fixes {axes}", Assert.Single(messages));
    }

    [Theory]
    [InlineData("public partial int {|POOL018:Run|}(" + Spans + ", PoolShape shape);")]
    [InlineData("public partial ref readonly int {|POOL018:Run|}(" + Spans + ", out PoolShape shape);")]
    [InlineData("public partial (int A, string? B) {|POOL018:Run|}(" + Spans + ", params int[]? more);")]
    [InlineData("internal partial System.Threading.Tasks.Task<dynamic?> {|POOL018:Run|}(nint size, System.Func<int, string?>? @event);")]
    public async Task A_refused_method_of_any_signature_has_a_body(string method) => await VerifyAsync($$"""
        partial class Pools
        {
            [PoolKernel(2, 2, Max)]
            {{method}}
        }
        """);

    [Fact]
    public async Task A_refused_body_throws_the_words_of_the_rule()
    {
        const string source = Compilations.Usings + """
            partial class Pools
            {
                [PoolKernel({|POOL001:0|}, 2, Max)]
                public static partial void Run(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
            }
            """;
        await Markup.VerifyAsync(source);
        GeneratorRun run = GeneratorRun.Of(source.Replace("{|POOL001:0|}", "0", StringComparison.Ordinal));
        Assert.Contains(
            "throw new global::System.InvalidOperationException(\"POOL001: The height of the window is 0; it must be from 1 to 4096\");",
            Assert.Single(run.Files).Value,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attribute_type_that_disagrees_with_the_spans() => Assert.Equal(
        ["The attribute states double and the spans of Run hold float; both must be the same"],
        await VerifyAsync("""
            partial class Pools
            {
                [PoolKernel<{|POOL015:double|}>(2, 2, Max)]
                static partial void Run(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
                [PoolKernel<float>(2, 2, Max)]
                static partial void Agreed(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
            }
            """));

    [Fact]
    public async Task Containers_that_are_not_partial() => Assert.Equal(
        [
            "The type Pools is not partial; every type around a generated kernel must be",
            "The type Outer is not partial; every type around a generated kernel must be",
        ],
        await VerifyAsync("""
            [PoolKernel(2, 2, Max)]
            static class {|POOL016:Pools|};
            class Outer
            {
                [PoolKernel(2, 2, Max)]
                partial struct {|POOL016:Inner|};
            }
            """));

    [Fact]
    public async Task A_method_in_a_container_that_is_not_partial() => await VerifyAsync(
        """
        class Pools
        {
            [PoolKernel(2, 2, Max)]
            static partial void {|POOL016:Run|}(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
        }
        """,
        "CS0751");

    [Fact]
    public async Task File_local_containers() => Assert.Equal(
        ["The type Pools is local to its file; a kernel is generated into another file and needs a type without the file modifier"],
        await VerifyAsync("""
            [PoolKernel(2, 2, Max)]
            file static partial class {|POOL017:Pools|};
            """));

    [Fact]
    public async Task A_type_inside_a_file_local_one() => await VerifyAsync("""
        file partial class Outer
        {
            [PoolKernel(2, 2, Max)]
            public partial class {|POOL017:Inner|};
        }
        """);

    [Fact]
    public async Task Several_attributes_on_a_method() => Assert.Equal(
        ["The method Run has 2 PoolKernel attributes; a method is one kernel"],
        await VerifyAsync("""
            partial class Pools
            {
                [PoolKernel(2, 2, Max)]
                [{|POOL019:PoolKernel<float>(3, 2, Max)|}]
                static partial void Run(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
            }
            """));

    [Fact]
    public async Task Methods_that_have_bodies_or_are_not_partial() => Assert.Equal(
        [
            "The method Plain must be a partial method without a body; the generated kernel is its body",
            "The method Twice already has an implementing part; the generated kernel is its body",
            "The method Implemented already has an implementing part; the generated kernel is its body",
            "The method Local must be a partial method without a body; the generated kernel is its body",
            "The method get_Size must be a partial method without a body; the generated kernel is its body",
        ],
        await VerifyAsync("""
            partial class Pools
            {
                [PoolKernel(2, 2, Max)]
                static void {|POOL020:Plain|}(ReadOnlySpan<float> input, Span<float> output, PoolShape shape) { }

                [PoolKernel(2, 2, Max)]
                static partial void {|POOL020:Twice|}(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
                static partial void Twice(ReadOnlySpan<float> input, Span<float> output, PoolShape shape) { }

                static partial void Implemented(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
                [PoolKernel(2, 2, Max)]
                static partial void {|POOL020:Implemented|}(ReadOnlySpan<float> input, Span<float> output, PoolShape shape) { }

                static void Outer()
                {
                    [PoolKernel(2, 2, Max)]
                    static void {|POOL020:Local|}(ReadOnlySpan<float> input, Span<float> output, PoolShape shape) { }
                    Local(default, default, default);
                }

                static int Size
                {
                    [PoolKernel(2, 2, Max)]
                    {|POOL020:get|} => 3;
                }
            }
            """));

    [Fact]
    public async Task A_name_on_a_method() => Assert.Equal(
        ["Name is stated on the method Run, which has a name; Name is for attributes on types"],
        await VerifyAsync("""
            partial class Pools
            {
                [PoolKernel(2, 2, Max, Name = {|POOL021:"Other"|})]
                static partial void Run(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
            }
            """));

    [Theory]
    [InlineData("public int Max2x2S2 => 1;")]
    [InlineData("public int Max2x2S2() => 1; public int Max2x2S2(int size) => size;", false)]
    [InlineData("public void Max2x2S2(ReadOnlySpan<float> a, Span<float> b, in PoolShape c) { }")]
    [InlineData("public void Max2x2S2(ReadOnlySpan<double> a, Span<double> b, PoolShape c) { }", false)]
    [InlineData("private static void Max2x2S2(ReadOnlySpan<float> a, Span<float> b, PoolShape c, int d, int e) { }")]
    [InlineData("public class Max2x2S2;")]
    [InlineData("[PoolKernel(2, 2, PoolMode.Max)] public partial void Max2x2S2(ReadOnlySpan<double> a, Span<double> b, PoolShape c);")]
    public async Task Names_that_members_have(string member, bool taken = true)
    {
        IReadOnlyList<string> messages = await VerifyAsync($$"""
            [{{(taken ? "{|POOL022:" : "")}}PoolKernel(2, 2, Max){{(taken ? "|}" : "")}}]
            partial class Pools
            {
                {{member}}
            }
            """);
        Assert.All(messages, message => Assert.Equal("The name Max2x2S2 is already taken in Pools; state another Name in the attribute", message));
    }

    [Fact]
    public async Task Names_that_bases_types_and_type_parameters_have() => await VerifyAsync("""
        class Base
        {
            public int Max2x2S2 { get; }
            private int Max3x3S2 { get; }
            protected virtual void Max4x4S2(ReadOnlySpan<float> a, Span<float> b, PoolShape c) { }
        }

        [{|POOL022:PoolKernel(2, 2, Max)|}]
        [PoolKernel(3, 2, Max)]
        [{|POOL022:PoolKernel(4, 2, Max)|}]
        partial class Pools : Base;

        [{|POOL022:PoolKernel(2, 2, Max)|}]
        partial class Max2x2S2;

        [{|POOL022:PoolKernel(2, 2, Max)|}]
        [PoolKernel(2, 2, Max, Name = {|POOL022:"Pools"|})]
        partial record Pools<Max2x2S2>;
        """);

    [Fact]
    public async Task A_member_called_Kernels_leaves_the_methods() => Assert.Equal(
        ["The name Kernels of Pools is already taken; the list of its kernels needs it"],
        await VerifyAsync("""
            [PoolKernel(2, 2, Max)]
            partial class {|POOL022:Pools|}
            {
                int Kernels { get; } = 3;
                static void Call() => Max2x2S2(default, default, default);
            }
            """));

    [Fact]
    public async Task Overloads_over_one_element_type_in_a_listed_type() => Assert.Equal(
        ["Two kernel methods Run of one type take float; in a type that lists its kernels each needs a name of its own"],
        await VerifyAsync("""
            [PoolKernel(2, 2, Max)]
            partial class Pools
            {
                [PoolKernel(2, 2, Max)]
                static partial void Run(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
                [PoolKernel(2, 2, Max)]
                static partial void Run(ReadOnlySpan<double> input, Span<double> output, PoolShape shape);
                [PoolKernel(2, 2, Max, Channels = 1, Height = 2, Width = 2)]
                static partial void {|POOL025:Run|}(ReadOnlySpan<float> input, Span<float> output);
            }
            """));

    [Fact]
    public async Task A_low_language_version()
    {
        IReadOnlyList<string> messages = await Markup.VerifyAsync(
            """
            using PoolGen;
            [{|POOL027:PoolKernel(2, 2, PoolMode.Max)|}]
            [PoolKernel(3, 2, PoolMode.Max)]
            static partial class Pools
            {
            }
            """,
            version: LanguageVersion.CSharp11);
        Assert.Equal(["The language version is C# 11.0; generated kernels need C# 12.0 or later"], messages);
    }
}
