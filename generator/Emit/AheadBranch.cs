namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes kernels that are compiled with and without asking for input ahead, and as several streams: the size of the map chooses between them,
/// and the methods that read rows are generic over the choice.
/// </summary>
internal static class AheadBranch
{
    private const string Method = "PoolMap";

    /// <summary>The type of the choice in methods that read rows, which have a parameter <c>ahead</c> of it.</summary>
    public const string TypeParameter = "TAhead";

    /// <summary>The type parameter, or the argument for it, of a method that reads rows; something else where the kernel never asks ahead.</summary>
    public static string Choice(KernelText text, string otherwise = "") => text.Plan.FetchesAhead ? TypeParameter : otherwise;

    /// <summary>Writes the calls of the method that computes some output rows either way.</summary>
    public static void WriteCalls(CodeWriter writer, KernelText text)
    {
        if (text.Plan.StreamsRows)
        {
            writer.Line("if (Ahead.Streams(input))");
            writer.Line($"    StreamedRows.Run(input, output, Config, shape, firstRow, endRow, {Method}<FetchStreams>);");
        }

        writer.Line($"{(text.Plan.StreamsRows ? "else " : "")}if (Ahead.Pays(input))");
        writer.Line($"    {Method}<FetchAhead>(input, output, shape, firstRow, endRow, default);");
        writer.Line("else");
        writer.Line($"    {Method}<NoFetch>(input, output, shape, firstRow, endRow, default);");
    }

    /// <summary>The header of that method.</summary>
    public static string Header(KernelText text) =>
        $"{ChannelsLast.RowsHeader(text, $"{Method}<{TypeParameter}>", $", {TypeParameter} ahead")} where {TypeParameter} : struct, IAhead";

    /// <summary>The statement that stores outputs.</summary>
    public static string Store(KernelText text, VectorWidth width, string value, string reference, string offset) => text.Plan.StreamsRows && width.Bits == 256
        ? $"ahead.Store({value}, ref {reference}, {offset});"
        : width.Store(value, reference, offset);

    /// <summary>Writes what a turn asks for: as many elements as it takes anew from the input.</summary>
    public static void WriteFetch(CodeWriter writer, KernelText text, string row, string index, int elements)
    {
        if (text.Plan.FetchesAhead)
            writer.Line($"ahead.Fetch(ref {row}, {index}, {KernelText.Number(elements)});");
    }

    /// <summary>Writes what a turn at <c>x</c> of a vector loop asks for, where each position takes <paramref name="rate"/> elements anew.</summary>
    public static void WriteFetch(CodeWriter writer, KernelText text, VectorWidth width, int rate)
    {
        if (width.IsScalar)
            return;
        foreach (int row in DepthSlices.New(text))
            WriteFetch(writer, text, $"row{KernelText.Number(row)}", KernelText.Times("x", rate), rate * width.Lanes(text.Element));
    }
}
