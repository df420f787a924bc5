using PoolGen.Bench.Comparison;

namespace PoolGen.Bench.Figures;

/// <summary>One of the quantities that make up a figure.</summary>
/// <param name="Subject">The workload, or whatever else was measured.</param>
/// <param name="Quantity">What was found.</param>
/// <param name="IsExcused">Whether it counts in the mean but may fall below what is asked of the worst.</param>
internal sealed record Finding(string Subject, Samples Quantity, bool IsExcused = false);
