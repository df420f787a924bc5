using PoolGen.Bench.Engines;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Comparison;

/// <summary>What was measured on one workload.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Engines">The times of each engine by its name, in the order of the table.</param>
/// <param name="LimitSeconds">The least time in which the data can be moved.</param>
/// <param name="LimitName">The way that took it.</param>
internal sealed record WorkloadResult(
    Workload Workload, IReadOnlyList<EngineTimes> Engines, double LimitSeconds, string LimitName)
{
    /// <summary>A share of the limit above this means that the limit was measured badly.</summary>
    private const double PlausibleShare = 1.05;

    /// <summary>The median of an engine, in seconds per call.</summary>
    public double Seconds(string engine) => Times(engine).Seconds;

    /// <summary>The times of an engine.</summary>
    public EngineTimes Times(string engine) => Engines.First(times => times.Engine == engine);

    /// <summary>Whether an engine was timed.</summary>
    public bool Has(string engine) => Engines.Any(times => times.Engine == engine);

    /// <summary>How many times the first engine is faster than the second.</summary>
    public double Ratio(string faster, string slower) => Seconds(slower) / Seconds(faster);

    /// <summary>How near an engine comes to the limit; 1 is the limit.</summary>
    public double ShareOfLimit(string engine) => LimitSeconds / Seconds(engine);

    /// <summary>Bytes read and written at least, in units of 10^9 per second.</summary>
    public double GigabytesPerSecond(string engine) => Workload.Bytes / Seconds(engine) / 1e9;

    /// <summary>Whether an engine seems to beat the limit.</summary>
    public bool LimitIsDoubtful => Engines.Any(times => ShareOfLimit(times.Engine) > PlausibleShare);
}

/// <summary>The times of one engine on one workload.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Seconds">The median, in seconds per call.</param>
/// <param name="Spread">The distance between the quartiles as a share of the median.</param>
internal sealed record EngineTimes(string Engine, double Seconds, double Spread);
