using CsCheck;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests;

/// <summary>Sources that do not compile, as every source does while it is typed. Generator and analyzer must live through them.</summary>
public class BrokenSourceTests
{
    private const string Whole = Compilations.Usings + """
        namespace Mine.@class
        {
            [PoolKernel(2, 2, Max, Padding = -1, Name = "x")]
            [PoolKernel<double>(window: 3, stride: 1 + 1, mode: PoolMode.Average, Layout = PoolLayout.ChannelsLast)]
            public partial struct Pools<T> where T : class
            {
                [PoolKernel(2, 2, 1, 1, Max, Channels = 3, Height = 4, Width = 5)]
                public static partial void Run(ReadOnlySpan<float> input, Span<float> output);
            }
        }
        """;

    [Theory]
    [InlineData("[PoolKernel] partial class A;")]
    [InlineData("[PoolKernel()] partial class A;")]
    [InlineData("[PoolKernel(] partial class A;")]
    [InlineData("[PoolKernel(2)] partial class A;")]
    [InlineData("[PoolKernel(2, 2)] partial class A;")]
    [InlineData("[PoolKernel(2, 2, )] partial class A;")]
    [InlineData("[PoolKernel(2, 2, Max, )] partial class A;")]
    [InlineData("[PoolKernel(2, 2, Max, Padding = )] partial class A;")]
    [InlineData("[PoolKernel(2, 2, Max, Padding = \"1\")] partial class A;")]
    [InlineData("[PoolKernel(2, 2, Max, Padding = 1, Padding = 2)] partial class A;")]
    [InlineData("[PoolKernel(2, 2, Max, Wrong = 1)] partial class A;")]
    [InlineData("[PoolKernel(2, 2, Max, Name = 3)] partial class A;")]
    [InlineData("[PoolKernel(Unknown, 2, Max)] partial class A;")]
    [InlineData("[PoolKernel(2L, 2.0, Max)] partial class A;")]
    [InlineData("[PoolKernel(2, 2, mode: Max, mode: Max)] partial class A;")]
    [InlineData("[PoolKernel(null!, default, default)] partial class A;")]
    [InlineData("[PoolKernel<>(2, 2, Max)] partial class A;")]
    [InlineData("[PoolKernel<Unknown>(2, 2, Max)] partial class A;")]
    [InlineData("[PoolKernel<float, double>(2, 2, Max)] partial class A;")]
    [InlineData("[PoolKernel<string>(2, 2, Max)] partial class A;")]
    [InlineData("[PoolKernel<T>(2, 2, Max)] partial class A<T>;")]
    [InlineData("[PoolKernel(2, 2, Max)] partial class ")]
    [InlineData("[PoolKernel(2, 2, Max)] partial class { }")]
    [InlineData("[PoolKernel(2, 2, Max)] partial")]
    [InlineData("[PoolKernel(2, 2, Max)] partial class A<,> { }")]
    [InlineData("[PoolKernel(2, 2, Max)] partial class A { } [PoolKernel(2, 2, Max)] partial struct A { } [PoolKernel(2, 2, Max)] partial record A { }")]
    [InlineData("[PoolKernel(2, 2, Max)] class A { } [PoolKernel(2, 2, Max)] class A { }")]
    [InlineData("[PoolKernel(2, 2, Max)] partial class A : A { }")]
    [InlineData("[PoolKernel(2, 2, Max)] partial class A : B { } [PoolKernel(2, 2, Max)] partial class B : A { }")]
    [InlineData("[PoolKernel(2, 2, Max)] partial class A : Unknown { }")]
    [InlineData("[PoolKernel(2, 2, Max)] enum A { } [PoolKernel(2, 2, Max)] delegate void B(); [PoolKernel(2, 2, Max)] interface C { }")]
    [InlineData("[assembly: PoolKernel(2, 2, Max)] [module: PoolKernel(2, 2, Max)]")]
    [InlineData("partial class A { [PoolKernel(2, 2, Max)] partial }")]
    [InlineData("partial class A { [PoolKernel(2, 2, Max)] partial void }")]
    [InlineData("partial class A { [PoolKernel(2, 2, Max)] partial void Run }")]
    [InlineData("partial class A { [PoolKernel(2, 2, Max)] partial void Run( }")]
    [InlineData("partial class A { [PoolKernel(2, 2, Max)] partial void Run(ReadOnlySpan<float>, Span<float>, PoolShape); }")]
    [InlineData("partial class A { [PoolKernel(2, 2, Max)] partial void (ReadOnlySpan<float> a, Span<float> b, PoolShape c); }")]
    [InlineData("partial class A { [PoolKernel(2, 2, Max)] partial Unknown Run(Unknown<float> a, Span<Unknown> b, PoolShape c); }")]
    [InlineData("partial class A { [PoolKernel(2, 2, Max)] partial void Run(ReadOnlySpan<float> a, Span<float> a, PoolShape a); }")]
    [InlineData("partial class A { [PoolKernel(2, 2, Max)] partial void Run(ReadOnlySpan<float> a, Span<float> b, PoolShape c); [PoolKernel(2, 2, Max)] partial void Run(ReadOnlySpan<float> a, Span<float> b, PoolShape c); }")]
    [InlineData("[PoolKernel(2, 2, Max)] partial class A { [PoolKernel(2, 2, Max)] partial void Run(ReadOnlySpan<float> a, Span<float> b, PoolShape c); [PoolKernel(2, 2, Max)] partial void Run(ReadOnlySpan<float> a, Span<float> b, PoolShape c); }")]
    [InlineData("[PoolKernel(2, 2, Max)] partial void Run(ReadOnlySpan<float> a, Span<float> b, PoolShape c);")]
    [InlineData("static class E { extension(int size) { [PoolKernel(2, 2, Max)] partial void Run(ReadOnlySpan<float> a, Span<float> b, PoolShape c); } }")]
    [InlineData("partial class A { [PoolKernel(2, 2, Max)] partial int Size { get; } [PoolKernel(2, 2, Max)] partial A(); [PoolKernel(2, 2, Max)] ~A() { } [PoolKernel(2, 2, Max)] public static A operator +(A a, A b) => a; }")]
    [InlineData("partial class A { partial int Size { [PoolKernel(2, 2, Max)] get; } void M() { var f = [PoolKernel(2, 2, Max)] (int x) => x; } }")]
    [InlineData("partial class A { [PoolKernel(2, 2, Max)] async partial void Run(ReadOnlySpan<float> a, Span<float> b, PoolShape c); [PoolKernel(2, 2, Max)] static extern partial void Out(ReadOnlySpan<float> a, Span<float> b, PoolShape c); }")]
    [InlineData("partial class A { [return: PoolKernel(2, 2, Max)] partial void Run([PoolKernel(2, 2, Max)] ReadOnlySpan<float> a, Span<float> b, PoolShape c); }")]
    [InlineData("namespace { [PoolKernel(2, 2, Max)] partial class A { } }")]
    [InlineData("partial class Kernels { [PoolKernel(2, 2, Max)] partial class Kernels { } }")]
    public async Task Half_written_source(string source)
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Usings + source);
        GeneratorRun run = GeneratorRun.Of(compilation);
        Assert.DoesNotContain(await Markup.DiagnosticsOfAsync(run.Output), item => item.Id.StartsWith("AD", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_prefix_of_a_source()
    {
        for (int length = 0; length < Whole.Length; length += 11)
            await Half_written_source(Whole[Compilations.Usings.Length..Math.Max(Compilations.Usings.Length, length)]);
    }

    [Fact]
    public async Task Sources_with_a_piece_missing() => await Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Int[1, 30]).SampleAsync(
        async piece =>
        {
            (int start, int length) = piece;
            await Half_written_source(Whole.Remove(start, Math.Min(length, Whole.Length - start)));
        },
        iter: 30, threads: 1);

    [Fact]
    public void A_missing_runtime_gives_no_output()
    {
        CSharpCompilation compilation = Compilations.Create(Whole);
        Assert.Empty(GeneratorRun.Of(compilation.RemoveAllReferences()).Files);
    }
}
