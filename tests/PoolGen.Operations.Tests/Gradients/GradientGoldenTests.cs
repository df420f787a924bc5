using System.Numerics;
using PoolGen.Operations.Tests.Golden;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Operations.Tests.Gradients;

/// <summary>Gradients of averages, sliding and adaptive, that PyTorch computed; Data/README.md says what was recorded and what is left out.</summary>
[Trait("Category", "kernels")]
public sealed class GradientGoldenTests(ITestOutputHelper output)
{
    private const int Cases = 65;

    [Fact]
    public void PyTorch_agrees_through_the_generic_loops() => Compare(new PoolDispatcher([]));

    [Fact]
    public void PyTorch_agrees_through_generated_kernels() => Compare(new PoolDispatcher(GradientPools.Kernels));

    private void Compare(PoolDispatcher pool)
    {
        IReadOnlyList<RecordedCase> cases = RecordedCase.Load("torch-gradients.jsonl.gz");
        foreach (RecordedCase recorded in cases)
            ElementTypes.Visit(recorded.Element, new Comparison(recorded, pool));

        output.WriteLine($"{cases.Count} cases compared, every bit");
        Assert.Equal(Cases, cases.Count);
    }

    private sealed record Comparison(RecordedCase Recorded, PoolDispatcher Pool) : IElementVisitor<bool>
    {
        public bool Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            PoolConfig config = Recorded.Config(Recorded.CeilMode ?? false);
            PoolShape shape = RecordedCase.ShapeOf(Recorded.InputShape);
            T[] actual = new T[shape.Length];
            Pool.RunBackward<T>(config, shape, Recorded.Elements<T>(Recorded.GradOutput!, Recorded.OutputShape), actual);
            GradientCheck.Equal<T>($"{Recorded.Id} {config} {shape}", Recorded.Elements<T>(Recorded.GradInput!, Recorded.InputShape), actual);
            return true;
        }
    }
}
