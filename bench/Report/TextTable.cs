namespace PoolGen.Bench.Report;

/// <summary>A table as text cells, for the terminal and for Markdown alike.</summary>
/// <param name="Headers">A cell for each column.</param>
/// <param name="Rows">As many cells in each.</param>
/// <param name="TextColumns">How many columns at the left hold words; the others hold numbers.</param>
internal sealed record TextTable(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows, int TextColumns);
