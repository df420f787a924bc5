using System.Text;
using PoolGen.Bench.Comparison;
using PoolGen.Bench.Engines;

namespace PoolGen.Bench.Report;

/// <summary>Writes the comparison with every digit, one line for each workload and engine. No field holds a comma or a quote.</summary>
internal static class CsvReport
{
    private const string Header = "workload,configuration,shape,bytes,engine,implementation,seconds,first_quartile,third_quartile,least,most,"
        + "limit_seconds,limit_way,share_of_limit\n";

    public static void Write(string path, ComparisonReport report)
    {
        StringBuilder text = new();
        foreach (string fact in report.Facts)
            text.Append("# ").Append(fact).Append('\n');
        text.Append(Header);
        foreach (WorkloadResult result in report.Results)
        {
            string limitWay = result.LimitName.Replace(",", "", StringComparison.Ordinal);
            foreach ((string engine, Samples times, string implementation) in result.Engines)
            {
                text.Append(Numbers.Text(
                    $"{result.Workload.Id},{result.Workload.Config},{result.Workload.Shape},{result.Workload.Bytes},{engine},{implementation},"));
                text.Append(Numbers.Text($"{times.Median:R},{times.FirstQuartile:R},{times.ThirdQuartile:R},{times.Least:R},{times.Most:R},"));

                // The limit is that of the elements of the workload.
                text.Append(engine == PoolEngines.OverFloat ? ",,\n" : Numbers.Text($"{result.Limit.Median:R},{limitWay},{result.ShareOfLimit(engine).Median:R}\n"));
            }
        }

        File.WriteAllText(path, text.ToString());
    }
}
