using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests;

/// <summary>Declarations of every allowed form, compiled under the strictest settings.</summary>
public class AcceptedDeclarationTests
{
    [Fact]
    public void A_class_with_every_kind_of_attribute()
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Usings + """
            [PoolKernel(2, 2, Max)]
            [PoolKernel(3, 2, Max, Padding = 1, Channels = 64, Height = 112, Width = 112)]
            [PoolKernel(2, 2, Average, Layout = PoolLayout.ChannelsLast, Channels = 64)]
            [PoolKernel<double>(3, 1, Average, Padding = 1, CountIncludePad = false)]
            [PoolKernel(windowWidth: 3, windowHeight: 1 + 1, strideWidth: 2, strideHeight: 1, mode: PoolMode.Average, DivisorOverride = -3)]
            [PoolKernel(3, 2, Max, PaddingTop = 1, PaddingRight = 2, DilationWidth = 2, CeilMode = true)]
            public static partial class StemPools;
            """).CompilesClean();

        Assert.Equal(
            [
                "StemPools.Average2x2S2ChannelsLast_C64",
                "StemPools.Average2x3S1x2DivisorMinus3",
                "StemPools.Average3x3S1P1ExcludePad",
                "StemPools.Kernels",
                "StemPools.Max2x2S2",
                "StemPools.Max3x3S2P1_64x112x112",
                "StemPools.Max3x3S2PTop1Right2D1x2Ceil",
            ],
            run.Members);
    }

    [Fact]
    public void A_class_with_lines_and_volumes()
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Usings + """
            [PoolKernel(PoolRank.Line, 4, 4, Max)]
            [PoolKernel(PoolRank.Line, 3, 1, Average, Padding = 1, Dilation = 1, CountIncludePad = true)]
            [PoolKernel(PoolRank.Plane, 3, 2, Max, Padding = 1)]
            [PoolKernel(PoolRank.Volume, 3, 2, Max, Padding = 2, Dilation = 2)]
            [PoolKernel<double>(PoolRank.Volume, 2, 2, Average, Channels = 3, Depth = 4, Height = 6, Width = 8)]
            [PoolKernel<double>(2, 3, 3, 1, 2, 2, Max, PaddingFront = 1, PaddingTop = 2, DilationDepth = 3, Layout = PoolLayout.ChannelsLast)]
            [PoolKernel(windowDepth: 1, strideDepth: 2, windowHeight: 3, windowWidth: 3, strideHeight: 1, strideWidth: 1, mode: Average)]
            public static partial class Pools;
            """).CompilesClean();

        Assert.Equal(
            [
                "Pools.Average1x3S1P0x1",
                "Pools.Average1x3x3S2x1x1",
                "Pools.Average2x2x2S2_C3D4H6W8",
                "Pools.Kernels",
                "Pools.Max1x4S1x4",
                "Pools.Max2x3x3S1x2x2PFront1Top2D3x1x1ChannelsLast",
                "Pools.Max3x3S2P1",
                "Pools.Max3x3x3S2P2D2",
            ],
            run.Members);
    }

    [Fact]
    public void The_list_holds_attributes_in_their_order_and_then_methods()
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Usings + """
            [PoolKernel(3, 3, Max)]
            [PoolKernel<double>(2, 2, Max)]
            [PoolKernel(2, 2, Max)]
            partial class Pools
            {
                [PoolKernel(2, 1, Average)]
                public partial void Smooth(ReadOnlySpan<double> source, Span<double> target, in PoolShape size);
            }
            """).CompilesClean();

        string list = run.Files.Single(file => file.Key.Contains("Kernels", StringComparison.Ordinal)).Value;
        int[] places = [.. new[] { "FloatMax3x3S3(Max", "DoubleMax2x2S2(Max", "FloatMax2x2S2(Max", "DoubleSmooth(Smooth" }
            .Select(name => list.IndexOf(name, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("PoolKernel<double>", list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public static partial class Pools")]
    [InlineData("public partial class Pools")]
    [InlineData("internal abstract partial class Pools")]
    [InlineData("public sealed partial class Pools(int captured)\n{\n    public int Captured => captured;\n}\npublic class Other")]
    [InlineData("public partial struct Pools")]
    [InlineData("public readonly partial struct Pools")]
    [InlineData("public ref partial struct Pools")]
    [InlineData("public readonly ref partial struct Pools")]
    [InlineData("public partial record Pools(int Size)\n{\n}\npublic class Other")]
    [InlineData("public partial record class Pools")]
    [InlineData("public readonly partial record struct Pools(int Size)\n{\n}\npublic class Other")]
    [InlineData("public partial class Pools<T, @class> where T : class, new() where @class : struct")]
    public void Types_of_every_kind(string header)
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Usings + $$"""
            [PoolKernel(2, 2, Max)]
            {{header}}
            {
            }
            """).CompilesClean();
        Assert.Equal(2, run.Files.Count);
    }

    [Theory]
    [InlineData("public static partial void Run(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);")]
    [InlineData("private partial void Run(ReadOnlySpan<float> input, Span<float> output, in PoolShape shape);")]
    [InlineData("partial void Run(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);")]
    [InlineData("internal virtual partial void Run(ReadOnlySpan<float> @in, Span<float> @out, PoolShape @class = default);")]
    [InlineData("protected partial void Run(scoped ReadOnlySpan<float> input, scoped Span<float> output, scoped in PoolShape shape);")]
    [InlineData("public new partial int GetHashCode(); public new partial int GetHashCode() => 1;\n[PoolKernel(2, 2, Max)] partial void Run(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);", true)]
    [InlineData("public partial void Run(System.ReadOnlySpan<System.Single> record, global::System.Span<float> var, PoolGen.PoolShape partial);")]
    public void Methods_of_every_kind(string method, bool annotated = false) => GeneratorRun.Of(Compilations.Usings + $$"""
        public partial class Pools
        {
            {{(annotated ? "" : "[PoolKernel(2, 2, Max)]")}}
            {{method}}
        }
        """).CompilesClean();

    [Fact]
    public void Methods_with_rarer_modifiers() => GeneratorRun.Of(Compilations.Usings + """
        public abstract class Base
        {
            public abstract void Abstract(ReadOnlySpan<double> input, Span<double> output, PoolShape shape);
            public virtual void Virtual(ReadOnlySpan<double> input, Span<double> output, PoolShape shape) { }
            public void Plain(ReadOnlySpan<double> input, Span<double> output, PoolShape shape) { }
        }

        public partial class Pools : Base
        {
            [PoolKernel(2, 2, Max)] public override partial void Abstract(ReadOnlySpan<double> input, Span<double> output, PoolShape shape);
            [PoolKernel(2, 2, Max)] public sealed override partial void Virtual(ReadOnlySpan<double> input, Span<double> output, PoolShape shape);
            [PoolKernel(2, 2, Max)] public new partial void Plain(ReadOnlySpan<double> input, Span<double> output, PoolShape shape);
        }

        public static partial class Extensions
        {
            [PoolKernel(2, 2, Max)] public static partial void Pool(this ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
            [PoolKernel(2, 2, Max, Channels = 1, Height = 28, Width = 28)] public static partial void Fixed(ReadOnlySpan<float> input, params Span<float> output);
        }

        public partial struct Value
        {
            [PoolKernel(2, 2, Max)] public readonly partial void Pool(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
        }

        public partial interface IPools<in TIn, out TOut>
        {
            [PoolKernel(2, 2, Max)] public static partial void Pool(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
        }

        public partial interface IOuter
        {
            [PoolKernel(3, 2, Max)] private static partial class Nested;
        }
        """).CompilesClean();

    [Fact]
    public void A_fully_fixed_shape_needs_no_shape_parameter()
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Usings + """
            partial class Pools
            {
                [PoolKernel(2, 2, Max, Channels = 1, Height = 28, Width = 28)]
                public static partial void Run(ReadOnlySpan<double> input, Span<double> output);

                [PoolKernel(PoolRank.Line, 2, 2, Max, Channels = 1, Width = 28)]
                public static partial void Line(ReadOnlySpan<float> input, Span<float> output);

                [PoolKernel(PoolRank.Volume, 2, 2, Max, Channels = 1, Depth = 3, Height = 28, Width = 28)]
                public static partial void Volume(ReadOnlySpan<float> input, Span<float> output);
            }
            """).CompilesClean();
        Assert.Contains("PoolGuard.ShapeOf(", run.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Members, name => name.EndsWith("Kernels", StringComparison.Ordinal));
    }

    [Fact]
    public void A_doc_comment_of_the_user_is_kept()
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Usings + """
            /// <summary>Pools.</summary>
            public partial class Pools
            {
                /// <summary>Mine.</summary>
                /// <param name="input">In.</param>
                /// <param name="output">Out.</param>
                /// <param name="shape">Shape.</param>
                [PoolKernel(2, 2, Max)]
                public static partial void Run(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
            }
            """).CompilesClean();
        string xml = run.Output.GetTypeByMetadataName("Pools")!.GetMembers("Run")[0].GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!;
        Assert.Contains("Mine.", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generated_method_documents_its_plan()
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Usings + """
            [PoolKernel(3, 2, Max, Padding = 1)]
            public static partial class Pools;
            """).CompilesClean();
        string xml = run.Output.GetTypeByMetadataName("Pools")!.GetMembers("Max3x3S2P1")
            .Select(member => member.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!)
            .Single(text => text.Length > 0);
        foreach (string needed in new[] { "window 3×3", "stride 2×2", "padding top 1", "NaN", "<remarks>", "T:System.ArgumentException" })
            Assert.Contains(needed, xml, StringComparison.Ordinal);
    }
}
