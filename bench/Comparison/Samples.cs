namespace PoolGen.Bench.Comparison;

/// <summary>
/// What was measured of one thing, one number for each round: times in seconds per call, or what is made of the times of the same
/// round. A slow moment of the machine falls on all contestants of a round, so ratios are taken round by round.
/// </summary>
internal sealed class Samples
{
    private readonly double[] sorted;

    /// <summary>Takes at least one number.</summary>
    public Samples(IReadOnlyList<double> rounds)
    {
        if (rounds.Count == 0)
            throw new ArgumentException("There are no rounds; at least one is needed", nameof(rounds));
        Rounds = rounds;
        sorted = [.. rounds.Order()];
    }

    /// <summary>The numbers in the order of the rounds.</summary>
    public IReadOnlyList<double> Rounds { get; }

    /// <summary>The middle number: what tables show.</summary>
    public double Median => Quantile(0.5);

    public double FirstQuartile => Quantile(0.25);

    public double ThirdQuartile => Quantile(0.75);

    public double Least => sorted[0];

    public double Most => sorted[^1];

    /// <summary>How many times as long the first takes as the second.</summary>
    public static Samples Ratio(Samples longer, Samples shorter) => Pair(longer, shorter, (left, right) => left / right);

    /// <summary>How much longer the first takes than the second.</summary>
    public static Samples Difference(Samples longer, Samples shorter) => Pair(longer, shorter, (left, right) => left - right);

    /// <summary>The geometric mean of positive numbers, round by round; of a single one, itself.</summary>
    public static Samples GeometricMean(IReadOnlyList<Samples> samples)
    {
        if (samples.Count == 1)
            return samples[0];

        int rounds = samples.Min(sample => sample.Rounds.Count);
        return new Samples([.. Enumerable.Range(0, rounds).Select(round => Math.Exp(samples.Average(sample => Math.Log(sample.Rounds[round]))))]);
    }

    private static Samples Pair(Samples first, Samples second, Func<double, double, double> combine) =>
        new([.. first.Rounds.Zip(second.Rounds, combine)]);

    /// <summary>Between two numbers by linear interpolation.</summary>
    private double Quantile(double share)
    {
        double position = share * (sorted.Length - 1);
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
