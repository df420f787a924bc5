using PoolGen.Bench.Comparison;

namespace PoolGen.Bench.Figures;

/// <summary>A row of the table of figures: what is measured, and what is asked of it.</summary>
/// <param name="Title">What is measured, in words.</param>
/// <param name="Mean">What is asked of the geometric mean, if anything.</param>
/// <param name="Worst">What is asked of every single finding, if anything.</param>
/// <param name="Find">Takes the figure's findings from everything measured; none where the run has nothing of it.</param>
/// <param name="Format">Writes its numbers.</param>
internal sealed record Figure(
    string Title, Bound? Mean, Bound? Worst, Func<Measurements, IEnumerable<Finding>> Find, Func<double, string> Format)
{
    /// <summary>The figure of a run, or null where the run has nothing of it.</summary>
    public FigureResult? Of(Measurements measured)
    {
        Finding[] findings = [.. Find(measured)];
        if (findings.Length == 0)
            return null;

        Finding[] judged = [.. findings.Where(finding => !finding.IsExcused)];
        bool mostIsWorst = !((Worst ?? Mean)?.IsLeast ?? true);
        Finding? worst = mostIsWorst
            ? judged.MaxBy(finding => finding.Quantity.Median)
            : judged.MinBy(finding => finding.Quantity.Median);
        return new FigureResult(this, findings.Length, Samples.GeometricMean([.. findings.Select(finding => finding.Quantity)]), worst);
    }
}

/// <summary>A figure as it was found.</summary>
/// <param name="Figure">What was asked.</param>
/// <param name="Count">How many findings it has.</param>
/// <param name="Mean">Their geometric mean.</param>
/// <param name="Worst">The worst of those that are not excused.</param>
internal sealed record FigureResult(Figure Figure, int Count, Samples Mean, Finding? Worst)
{
    public Verdict MeanVerdict => Figure.Mean?.Judge(Mean) ?? Verdict.Open;

    public Verdict WorstVerdict => Worst is null ? Verdict.Open : Figure.Worst?.Judge(Worst.Quantity) ?? Verdict.Open;
}
