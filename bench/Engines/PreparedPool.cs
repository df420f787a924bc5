namespace PoolGen.Bench.Engines;

/// <summary>One engine on one workload, with its buffers bound.</summary>
internal abstract class PreparedPool : IDisposable
{
    /// <summary>The most time to spend on a pass of the warm-up: little, as code that workloads share is warm after the first of them.</summary>
    public virtual TimeSpan LongestWarmup => TimeSpan.FromMilliseconds(10);

    /// <summary>Pools the whole input <paramref name="times"/> times. It allocates nothing.</summary>
    public abstract void Run(int times);

    /// <summary>Frees what the engine holds, but not the buffers.</summary>
    public virtual void Dispose()
    {
    }
}
