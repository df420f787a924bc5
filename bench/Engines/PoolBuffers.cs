using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Engines;

/// <summary>The input and the output of a workload. All engines of a comparison read and write the same two.</summary>
internal sealed class PoolBuffers : IDisposable
{
    private const int Seed = 20260;

    public PoolBuffers(Workload workload)
    {
        Input = new NativeFloats(workload.Shape.Length);
        Output = new NativeFloats(workload.OutputShape.Length);
        Fill(Input.Span);
    }

    public NativeFloats Input { get; }

    public NativeFloats Output { get; }

    public void Dispose()
    {
        Input.Dispose();
        Output.Dispose();
    }

    /// <summary>Random numbers from -1 to 1: multiples of 2^-23, so none is subnormal.</summary>
    private static void Fill(Span<float> values)
    {
        Random random = new(Seed);
        foreach (ref float value in values)
            value = (random.NextSingle() * 2) - 1;
    }
}
