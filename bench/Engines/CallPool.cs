namespace PoolGen.Bench.Engines;

/// <summary>Calls that are written out where they are timed.</summary>
/// <param name="call">Makes the call as often as it is told.</param>
internal sealed class CallPool(Action<int> call) : PreparedPool
{
    public override void Run(int times) => call(times);
}
