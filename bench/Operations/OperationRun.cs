using PoolGen.Bench.Comparison;

namespace PoolGen.Bench.Operations;

/// <summary>What was measured of an operation.</summary>
/// <param name="Id">Its name.</param>
/// <param name="What">What is computed, in words.</param>
/// <param name="Shape">The shape of the input.</param>
/// <param name="Times">The times of each contestant, in the order of the table.</param>
/// <param name="Limit">The times of the fastest way to read and write what must be.</param>
internal sealed record OperationResult(string Id, string What, PoolShape Shape, IReadOnlyList<(string Name, Samples Samples)> Times, Samples Limit)
{
    /// <summary>The times of a contestant, or null where it was not timed.</summary>
    public Samples? Of(string name) => Times.FirstOrDefault(times => times.Name == name).Samples;
}

/// <summary>Checks and times operations.</summary>
internal static class OperationRun
{
    public static IReadOnlyList<OperationResult> Run(IReadOnlyList<Func<OperationWork>> works, int rounds, Action step)
    {
        List<OperationResult> results = [];
        foreach (Func<OperationWork> make in works)
        {
            using OperationWork work = make();
            work.Check();
            IReadOnlyList<LimitWay> ways = MemoryLimit.Ways(work.Read, work.Written, threads: 1);
            Engines.PreparedPool[] contestants = [.. work.Contestants.Select(contestant => contestant.Pool), .. ways.Select(way => way.Pool)];
            Warmup.Run(contestants);
            Samples[] samples = Rounds.Time(contestants, rounds);
            int count = work.Contestants.Count;
            results.Add(new OperationResult(
                work.Id, work.What, work.Shape,
                [.. work.Contestants.Select((contestant, index) => (contestant.Name, samples[index]))],
                samples.Skip(count).MinBy(times => times.Median)!));
            step();
        }

        return results;
    }
}
