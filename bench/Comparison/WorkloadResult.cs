using PoolGen.Bench.Engines;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Comparison;

/// <summary>What was measured on one workload.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Engines">The times of each engine by its name, in the order of the table.</param>
/// <param name="Limit">The times of the fastest way to move the data.</param>
/// <param name="LimitName">That way, in words.</param>
internal sealed record WorkloadResult(Workload Workload, IReadOnlyList<EngineTimes> Engines, Samples Limit, string LimitName)
{
    /// <summary>A share of the limit above this means that the limit was measured badly.</summary>
    private const double PlausibleShare = 1.05;

    /// <summary>The median of an engine, in seconds per call.</summary>
    public double Seconds(string engine) => Times(engine).Median;

    /// <summary>The times of an engine.</summary>
    public Samples Times(string engine) => Engines.First(times => times.Engine == engine).Samples;

    /// <summary>Whether an engine was timed.</summary>
    public bool Has(string engine) => Engines.Any(times => times.Engine == engine);

    /// <summary>How many times the first engine is faster than the second.</summary>
    public Samples Ratio(string faster, string slower) => Samples.Ratio(Times(slower), Times(faster));

    /// <summary>How near an engine comes to the limit; 1 is the limit.</summary>
    public Samples ShareOfLimit(string engine) => Samples.Ratio(Limit, Times(engine));

    /// <summary>Whether an engine seems to beat the limit.</summary>
    public bool LimitIsDoubtful => Engines.Any(times => ShareOfLimit(times.Engine).Median > PlausibleShare);
}

/// <summary>The times of one engine on one workload.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Samples">Its times.</param>
/// <param name="Implementation">Which of its implementations ran; empty where it does not say.</param>
internal sealed record EngineTimes(string Engine, Samples Samples, string Implementation);
