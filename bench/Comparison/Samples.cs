namespace PoolGen.Bench.Comparison;

/// <summary>Times of one contestant, in seconds per call.</summary>
internal sealed class Samples
{
    private readonly double[] sorted;

    /// <summary>Takes at least one time.</summary>
    public Samples(IEnumerable<double> seconds)
    {
        sorted = [.. seconds.Order()];
        if (sorted.Length == 0)
            throw new ArgumentException("There are no times; at least one is needed", nameof(seconds));
    }

    /// <summary>The middle time: what tables show.</summary>
    public double Median => Quantile(0.5);

    /// <summary>The distance between the quartiles as a share of the median.</summary>
    public double Spread => (Quantile(0.75) - Quantile(0.25)) / Median;

    /// <summary>Between two times by linear interpolation.</summary>
    private double Quantile(double share)
    {
        double position = share * (sorted.Length - 1);
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
