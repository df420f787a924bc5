using PoolGen.Bench.Comparison;
using PoolGen.Bench.Operations;

namespace PoolGen.Bench.Figures;

/// <summary>Everything that a run measured and figures are made of.</summary>
/// <param name="Results">The comparison, workload by workload.</param>
/// <param name="SmallCalls">What a small call costs.</param>
/// <param name="Scaling">One thread and several over large inputs; empty in a run on one thread.</param>
/// <param name="Operations">Operations besides plain pooling; empty in a quick run.</param>
internal sealed record Measurements(
    IReadOnlyList<WorkloadResult> Results, SmallCallTimes SmallCalls, IReadOnlyList<ThreadScaling> Scaling, IReadOnlyList<OperationResult> Operations)
{
    /// <summary>The results over float, which most figures are about: other elements have figures of their own.</summary>
    public IEnumerable<WorkloadResult> Floats => Results.Where(result => result.Workload.Element == typeof(float));
}
