using System.Text;
using PoolGen.Bench.Comparison;

namespace PoolGen.Bench.Report;

/// <summary>Writes the comparison with every digit, one line for each workload and engine. No field holds a comma or a quote.</summary>
internal static class CsvReport
{
    public static void Write(string path, IReadOnlyList<WorkloadResult> results)
    {
        StringBuilder text = new("workload,configuration,shape,bytes,engine,seconds,spread,limit_seconds,limit_way,share_of_limit\n");
        foreach (WorkloadResult result in results)
        {
            string limitWay = result.LimitName.Replace(",", "", StringComparison.Ordinal);
            foreach (EngineTimes times in result.Engines)
            {
                text.Append(Figures.Text(
                    $"{result.Workload.Id},{result.Workload.Config},{result.Workload.Shape},{result.Workload.Bytes},{times.Engine},"));
                text.Append(Figures.Text(
                    $"{times.Seconds:R},{times.Spread:R},{result.LimitSeconds:R},{limitWay},{result.ShareOfLimit(times.Engine):R}\n"));
            }
        }

        File.WriteAllText(path, text.ToString());
    }
}
