namespace PoolGen.Bench.Engines;

/// <summary>One engine on one workload, with its buffers bound.</summary>
internal abstract class PreparedPool : IDisposable
{
    /// <summary>Little, as code that workloads share is warm after the first of them.</summary>
    public static readonly TimeSpan SharedWarmup = TimeSpan.FromMilliseconds(10);

    /// <summary>The most time to spend on a pass of the warm-up.</summary>
    public virtual TimeSpan LongestWarmup => SharedWarmup;

    /// <summary>Which of several implementations the engine's library chose; empty where it does not say.</summary>
    public virtual string Implementation => "";

    /// <summary>Pools the whole input <paramref name="times"/> times. Nothing but the engine itself may allocate.</summary>
    public abstract void Run(int times);

    /// <summary>Pools once and leaves the result in the output buffer, also where the engine's library has buffers of its own.</summary>
    public virtual void RunIntoOutput() => Run(1);

    /// <summary>Frees what the engine holds, but not the buffers.</summary>
    public virtual void Dispose()
    {
    }
}
