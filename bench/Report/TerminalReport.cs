using Spectre.Console;

namespace PoolGen.Bench.Report;

/// <summary>Prints the comparison.</summary>
internal static class TerminalReport
{
    public static void Write(IAnsiConsole console, ComparisonReport report)
    {
        Write(console, ComparisonTable.Of(report.Results));
        foreach (string note in ComparisonTable.Notes(report.Results))
            console.WriteLine(note);
        console.WriteLine();
        if (report.Operations.Count > 0)
            Write(console, OperationTable.Of(report.Operations));
        Write(console, FigureTable.Of(report.Figures));
        console.WriteLine(FigureTable.Note);
        foreach (string remark in report.Remarks)
            console.WriteLine(remark);
    }

    /// <summary>Prints a table.</summary>
    public static void Write(IAnsiConsole console, TextTable text)
    {
        Table table = new() { Border = TableBorder.Simple };
        for (int column = 0; column < text.Headers.Count; column++)
        {
            TableColumn header = new(Markup.Escape(text.Headers[column])) { NoWrap = column == 0 };
            table.AddColumn(column < text.TextColumns ? header : header.RightAligned());
        }

        foreach (IReadOnlyList<string> row in text.Rows)
            table.AddRow([.. row.Select(Markup.Escape)]);
        console.Write(table);
    }
}
