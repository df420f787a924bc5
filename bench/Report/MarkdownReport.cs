using System.Text;

namespace PoolGen.Bench.Report;

/// <summary>Writes the comparison as Markdown.</summary>
internal static class MarkdownReport
{
    public static void Write(string path, ComparisonReport report)
    {
        StringBuilder text = new("# Comparison\n\n");
        List(text, report.Facts);
        text.Append("## Figures\n\n");
        Table(text, FigureTable.Of(report.Figures));
        List(text, [FigureTable.Note, .. report.Remarks]);
        text.Append("## Workloads\n\n");
        Table(text, ComparisonTable.Of(report.Results));
        List(text, [.. ComparisonTable.Notes(report.Results)]);
        if (report.Operations.Count > 0)
        {
            text.Append("## Operations\n\n");
            Table(text, OperationTable.Of(report.Operations));
        }

        text.Append("## Times\n\nMedians, and in brackets the quartiles.\n\n");
        Table(text, ComparisonTable.Times(report.Results));
        File.WriteAllText(path, text.ToString().TrimEnd('\n') + "\n");
    }

    /// <summary>Adds a table.</summary>
    public static void Table(StringBuilder text, TextTable table)
    {
        Row(text, table.Headers);
        Row(text, [.. table.Headers.Select((_, column) => column < table.TextColumns ? "---" : "---:")]);
        foreach (IReadOnlyList<string> row in table.Rows)
            Row(text, row);
        text.Append('\n');
    }

    private static void Row(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    /// <summary>Adds a list of sentences.</summary>
    public static void List(StringBuilder text, IReadOnlyList<string> lines)
    {
        foreach (string line in lines)
            text.Append("- ").Append(line).Append('\n');
        if (lines.Count > 0)
            text.Append('\n');
    }
}
