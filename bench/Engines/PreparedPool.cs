namespace PoolGen.Bench.Engines;

/// <summary>One engine on one workload, with its buffers bound.</summary>
internal abstract class PreparedPool : IDisposable
{
    /// <summary>Little, as code that workloads share is warm after the first of them.</summary>
    public static readonly TimeSpan SharedWarmup = TimeSpan.FromMilliseconds(10);

    /// <summary>The most time to spend on a pass of the warm-up.</summary>
    public virtual TimeSpan LongestWarmup => SharedWarmup;

    /// <summary>Pools the whole input <paramref name="times"/> times. It allocates nothing.</summary>
    public abstract void Run(int times);

    /// <summary>Frees what the engine holds, but not the buffers.</summary>
    public virtual void Dispose()
    {
    }
}
