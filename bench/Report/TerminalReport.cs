using PoolGen.Bench.Comparison;
using Spectre.Console;

namespace PoolGen.Bench.Report;

/// <summary>Prints the comparison.</summary>
internal static class TerminalReport
{
    public static void Write(IAnsiConsole console, IReadOnlyList<WorkloadResult> results, IReadOnlyList<Summary> summaries)
    {
        ComparisonTable comparison = new(results);
        Table table = new() { Border = TableBorder.Simple };
        for (int column = 0; column < comparison.Headers.Count; column++)
        {
            TableColumn header = new(Markup.Escape(comparison.Headers[column])) { NoWrap = column == 0 };
            table.AddColumn(column < ComparisonTable.TextColumns ? header : header.RightAligned());
        }

        foreach (IReadOnlyList<string> row in comparison.Rows)
            table.AddRow([.. row.Select(Markup.Escape)]);
        console.Write(table);
        foreach (string note in comparison.Notes)
            console.WriteLine(note);
        console.WriteLine();
        foreach (Summary summary in summaries)
            console.WriteLine(summary.ToString());
    }
}
