using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Tests.Support;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace PoolGen.Generator.Tests;

/// <summary>What an edit makes run again, to the exact reason of every step.</summary>
public class IncrementalTests
{
    private const string One = Compilations.Usings + """
        [PoolKernel(2, 2, Max)]
        partial class Pools
        {
        }
        """;

    private const string Two = Compilations.Usings + """
        [PoolKernel(2, 2, Max)]
        [PoolKernel(3, 2, Max)]
        partial class Pools
        {
        }
        """;

    [Fact]
    public void A_comment_changes_nothing() => Verify(
        [One],
        [One.Replace("partial class", "/* new */ partial class", StringComparison.Ordinal)],
        declarations: [Unchanged], kernels: [Cached], plans: [Cached], lists: [Cached]);

    [Fact]
    public void Another_file_changes_nothing() => Verify(
        [One, "class Other;"],
        [One, "class Other { int field; }"],
        declarations: [Unchanged], kernels: [Cached], plans: [Cached], lists: [Cached]);

    [Fact]
    public void A_new_file_changes_nothing() => Verify(
        [One],
        [One, "class Other { int field; }"],
        declarations: [Unchanged], kernels: [Cached], plans: [Cached], lists: [Cached]);

    [Fact]
    public void A_window_changes_its_kernel() => Verify(
        [One],
        [One.Replace("(2, 2", "(3, 2", StringComparison.Ordinal)],
        declarations: [Modified], kernels: [Modified], plans: [Modified], lists: [Modified]);

    [Fact]
    public void A_rank_changes_its_kernel() => Verify(
        [One],
        [One.Replace("(2, 2", "(PoolRank.Volume, 2, 2", StringComparison.Ordinal)],
        declarations: [Modified], kernels: [Modified], plans: [Modified], lists: [Modified]);

    [Fact]
    public void A_rank_that_is_stated_instead_of_left_out_changes_nothing() => Verify(
        [One],
        [One.Replace("(2, 2", "(PoolRank.Plane, 2, 2", StringComparison.Ordinal)],
        declarations: [Unchanged], kernels: [Cached], plans: [Cached], lists: [Cached]);

    [Fact]
    public void An_attribute_that_is_removed_takes_its_kernel_along() => Verify(
        [One],
        [One.Replace("[PoolKernel(2, 2, Max)]", "", StringComparison.Ordinal)],
        declarations: [Removed], kernels: [Removed], plans: [Removed], lists: [Removed]);

    [Fact]
    public void The_neighbour_of_an_edited_kernel_is_cached() => Verify(
        [Two],
        [Two.Replace("(3, 2", "(3, 3", StringComparison.Ordinal)],
        declarations: [Modified], kernels: [Unchanged, Modified], plans: [Cached, Modified], lists: [Modified]);

    [Fact]
    public void The_neighbour_of_an_edited_method_is_cached()
    {
        const string source = Compilations.Usings + """
            partial class Pools
            {
                [PoolKernel(2, 2, Max)] static partial void First(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
                [PoolKernel(3, 2, Max)] static partial void Second(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
            }
            """;
        Verify(
            [source],
            [source.Replace("(3, 2", "(3, 3", StringComparison.Ordinal)],
            declarations: [Unchanged, Modified], kernels: [Cached, Modified], plans: [Cached, Modified], lists: []);
    }

    [Fact]
    public void An_attribute_on_a_second_part_adds_a_kernel_and_renews_the_list()
    {
        const string part = Compilations.Usings + """
            [PoolKernel(3, 2, Max)]
            partial class Pools
            {
            }
            """;

        // The second part writes nothing, so no output leads back to it: the first writes for both.
        Verify(
            [One, part.Replace("[PoolKernel(3, 2, Max)]", "", StringComparison.Ordinal)],
            [One, part],
            declarations: [Modified], kernels: [Unchanged, New], plans: [Cached, New], lists: [Modified]);
    }

    [Fact]
    public void An_edited_number_of_outputs_leaves_the_sliding_neighbour_cached()
    {
        string source = One.Replace("partial class", "[AdaptivePoolKernel(6, 6, Average)] [GlobalPoolKernel<double>(Max)] partial class", StringComparison.Ordinal);
        Verify(
            [source],
            [source.Replace("(6, 6", "(7, 7", StringComparison.Ordinal)],
            declarations: [Modified], kernels: [Unchanged, Modified, Unchanged], plans: [Cached, Modified, Cached], lists: [Modified]);
    }

    [Fact]
    public void A_global_kernel_that_is_stated_as_an_adaptive_one_changes_nothing_it_writes()
    {
        string source = One.Replace("[PoolKernel(2, 2, Max)]", "[GlobalPoolKernel(Max)]", StringComparison.Ordinal);
        CSharpCompilation before = Compilations.Create(source);
        CSharpCompilation after = Compilations.Create(source.Replace("GlobalPoolKernel(", "AdaptivePoolKernel(1, 1, 1, ", StringComparison.Ordinal));
        Assert.Equal(GeneratorRun.Of(before).Files, GeneratorRun.Of(after).Files);
    }

    [Fact]
    public void A_moved_first_attribute_moves_the_output_with_it()
    {
        string empty = One.Replace("[PoolKernel(2, 2, Max)]", "", StringComparison.Ordinal);
        CSharpCompilation before = Compilations.Create(One, empty);
        CSharpCompilation after = Compilations.Create(empty, One);
        GeneratorDriverRunResult result = GeneratorRun.Driver(before).RunGenerators(before, TestContext.Current.CancellationToken)
            .RunGenerators(after, TestContext.Current.CancellationToken).GetRunResult();
        Assert.Equal(2, result.GeneratedTrees.Length);
        Assert.Empty(result.Diagnostics);
    }

    private static void Verify(
        string[] before, string[] after,
        IncrementalStepRunReason[] declarations, IncrementalStepRunReason[] kernels, IncrementalStepRunReason[] plans, IncrementalStepRunReason[] lists)
    {
        CSharpCompilation first = Compilations.Create(before);
        GeneratorDriver driver = GeneratorRun.Driver(first).RunGenerators(first, TestContext.Current.CancellationToken);
        GeneratorRunResult result = driver.RunGenerators(Edited(first, after), TestContext.Current.CancellationToken).GetRunResult().Results[0];

        IEnumerable<IncrementalStepRunReason> Reasons(string name) => result.TrackedSteps.TryGetValue(name, out var steps)
            ? steps.SelectMany(step => step.Outputs).Select(output => output.Reason)
            : [];
        Assert.Equal(declarations, Reasons(TrackingNames.Declarations));
        Assert.Equal(kernels, Reasons(TrackingNames.Kernels));
        Assert.Equal(plans, Reasons(TrackingNames.Plans));
        Assert.Equal(lists, Reasons(TrackingNames.KernelLists));
    }

    /// <summary>The compilation after an edit: files that did not change keep their trees.</summary>
    private static CSharpCompilation Edited(CSharpCompilation compilation, string[] sources)
    {
        SyntaxTree[] trees = [.. compilation.SyntaxTrees];
        for (int index = 0; index < sources.Length; index++)
        {
            SyntaxTree tree = CSharpSyntaxTree.ParseText(sources[index], Compilations.ParseOptions(), $"Source{index}.cs", System.Text.Encoding.UTF8);
            if (index >= trees.Length)
                compilation = compilation.AddSyntaxTrees(tree);
            else if (trees[index].ToString() != sources[index])
                compilation = compilation.ReplaceSyntaxTree(trees[index], tree);
        }

        return compilation;
    }
}
