using System.Diagnostics;
using PoolGen.Bench.Engines;

namespace PoolGen.Bench.Comparison;

/// <summary>
/// Times several contestants in interleaved rounds: each round times every one once, so that a slow moment of the machine falls on
/// all of them, and the order rotates, so that none always runs first.
/// </summary>
internal static class Rounds
{
    /// <summary>A sample lasts at least about this long, far above the clock's resolution.</summary>
    private const double SampleSeconds = 0.5e-3;

    /// <summary>A round keeps the fastest of this many samples: on a shared machine, single ones are hit by other programs.</summary>
    private const int SamplesPerRound = 3;

    /// <summary>Samples that last longer are taken once a round.</summary>
    private const double LongSampleSeconds = 5e-3;

    /// <summary>Times contestants that are warm, each <paramref name="rounds"/> times.</summary>
    public static Samples[] Time(IReadOnlyList<PreparedPool> contestants, int rounds)
    {
        int[] batches = [.. contestants.Select(BatchOf)];
        double[][] seconds = [.. contestants.Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int place = 0; place < contestants.Count; place++)
            {
                int index = (place + round) % contestants.Count;
                seconds[index][round] = FastestSeconds(contestants[index], batches[index]) / batches[index];
            }
        }

        return [.. seconds.Select(times => new Samples(times))];
    }

    /// <summary>Calls per sample, found by doubling.</summary>
    private static int BatchOf(PreparedPool contestant)
    {
        int batch = 1;
        while (Seconds(contestant, batch) < SampleSeconds)
            batch *= 2;
        return batch;
    }

    private static double FastestSeconds(PreparedPool contestant, int times)
    {
        double fastest = Seconds(contestant, times);
        for (int sample = 1; sample < SamplesPerRound && fastest < LongSampleSeconds; sample++)
            fastest = Math.Min(fastest, Seconds(contestant, times));
        return fastest;
    }

    private static double Seconds(PreparedPool contestant, int times)
    {
        long start = Stopwatch.GetTimestamp();
        contestant.Run(times);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
