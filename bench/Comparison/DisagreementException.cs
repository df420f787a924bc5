using System.Globalization;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Comparison;

/// <summary>Two engines gave different results.</summary>
internal sealed class DisagreementException(Workload workload, string engine, string reference, int index, float expected, float found)
    : Exception(string.Create(
        CultureInfo.InvariantCulture,
        $"{engine} disagrees with {reference} on workload {workload.Id} ({workload.Config} on {workload.Shape}): element {index} should be {expected:R}, got {found:R}"));
