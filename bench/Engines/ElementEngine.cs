using System.Numerics;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Engines;

/// <summary>An engine that takes the elements of any workload: the one place that goes from a workload's type to generic code.</summary>
internal abstract class ElementEngine : IPoolEngine
{
    public abstract string Name { get; }

    public bool IsExact => true;

    public PreparedPool Prepare(Workload workload, PoolBuffers buffers)
    {
        if (workload.Element == typeof(Half))
            return Prepare<Half>(workload, buffers);
        if (workload.Element == typeof(sbyte))
            return Prepare<sbyte>(workload, buffers);
        return workload.Element == typeof(byte) ? Prepare<byte>(workload, buffers) : Prepare<float>(workload, buffers);
    }

    protected abstract PreparedPool Prepare<T>(Workload workload, PoolBuffers buffers)
        where T : unmanaged, INumber<T>;
}
