using System.Text;
using PoolGen.Bench.Comparison;

namespace PoolGen.Bench.Report;

/// <summary>Writes the comparison as Markdown.</summary>
internal static class MarkdownReport
{
    public static void Write(
        string path, IReadOnlyList<string> facts, IReadOnlyList<WorkloadResult> results, IReadOnlyList<Summary> summaries, IReadOnlyList<string> figures)
    {
        ComparisonTable table = new(results);
        StringBuilder text = new();
        text.Append("# Comparison\n\n");
        List(text, facts);
        Row(text, table.Headers);
        Row(text, [.. table.Headers.Select((_, column) => column < ComparisonTable.TextColumns ? "---" : "---:")]);
        foreach (IReadOnlyList<string> row in table.Rows)
            Row(text, row);
        text.Append('\n');
        List(text, table.Notes);
        List(text, [.. summaries.Select(summary => summary.ToString())]);
        List(text, figures);
        File.WriteAllText(path, text.ToString().TrimEnd('\n') + "\n");
    }

    private static void Row(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static void List(StringBuilder text, IReadOnlyList<string> lines)
    {
        foreach (string line in lines)
            text.Append("- ").Append(line).Append('\n');
        if (lines.Count > 0)
            text.Append('\n');
    }
}
