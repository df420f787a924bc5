using PoolGen.Bench.Comparison;
using PoolGen.Bench.Figures;
using PoolGen.Bench.Operations;

namespace PoolGen.Bench.Report;

/// <summary>Everything that the reports of a run say, whatever their format.</summary>
/// <param name="Facts">What was measured on, and with what.</param>
/// <param name="Results">The comparison, workload by workload.</param>
/// <param name="Figures">What follows from it.</param>
/// <param name="Operations">Operations besides plain pooling; empty in a quick run.</param>
/// <param name="Remarks">Anything else that the run measured, in sentences.</param>
internal sealed record ComparisonReport(
    IReadOnlyList<string> Facts, IReadOnlyList<WorkloadResult> Results, IReadOnlyList<FigureResult> Figures, IReadOnlyList<OperationResult> Operations,
    IReadOnlyList<string> Remarks);
