namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the windows of a channels-last kernel that leave the input: the taps that a window has are found once per window, and
/// loops over exactly those follow.
/// </summary>
internal static class EdgeWindows
{
    /// <summary>The size arguments of a call: those that are not constants of the class.</summary>
    public static string SizeArguments(KernelText text) =>
        $", {text.Sizes.Height}, {text.Sizes.Width}, {text.Sizes.Channels}";

    public static void Write(CodeWriter writer, KernelText text)
    {
        string element = text.Element.Keyword;
        writer.Line();
        writer.Line("// Windows that may leave the input: only the taps inside it are visited.");
        using (writer.Block($"private static void EdgeWindows(ref {element} plane, ref {element} outputRow, int y, int from, int end, int height, int width, int channels)"))
        {
            using (writer.Block("if (from == end)"))
                writer.Line("return;");
            WriteWindows(writer, text);
        }

        WriteEdgeWindow(writer, text);
    }

    private static void WriteWindows(CodeWriter writer, KernelText text)
    {
        string element = text.Element.Keyword;
        writer.Line("(int firstRow, int endRow) = PoolGeometry.ValidTaps(Config.Height, height, y);");
        writer.Line($"int top = {StartOf(text.Height, "y")} + ({KernelText.Times("firstRow", text.Height.Dilation)});");
        if (text.PerWindow)
            writer.Line($"int rowExtent = PoolGeometry.DivisorExtent(Config.Height, height, y, {text.IncludePad});");
        using (writer.Block("for (int column = from; column < end; column++)"))
        {
            writer.Line("(int firstTap, int endTap) = PoolGeometry.ValidTaps(Config.Width, width, column);");
            writer.Line($"int start = {StartOf(text.Width, "column")} + ({KernelText.Times("firstTap", text.Width.Dilation)});");
            string divisor = text.PerWindow ? $", ({element})(rowExtent * PoolGeometry.DivisorExtent(Config.Width, width, column, {text.IncludePad}))" : "";
            writer.Line($"EdgeWindow(ref Unsafe.Add(ref plane, (nuint)(((top * width) + start) * channels)), endRow - firstRow, endTap - firstTap,");
            writer.Line($"    (nuint)width, ref Unsafe.Add(ref outputRow, (nuint)(column * channels)), (nuint)channels{divisor});");
        }
    }

    private static void WriteEdgeWindow(CodeWriter writer, KernelText text)
    {
        string element = text.Element.Keyword;
        string divisor = text.PerWindow ? $", {element} divisor" : "";
        writer.Line();
        using (writer.Block($"private static void EdgeWindow(ref {element} taps, int rows, int columns, nuint width, ref {element} target, nuint channels{divisor})"))
        {
            writer.Line($"nuint columnPitch = {KernelText.Times("channels", text.Width.Dilation)};");
            writer.Line($"nuint rowPitch = {KernelText.Times("width * channels", text.Height.Dilation)};");
            writer.Line("nuint endRow = (nuint)rows * rowPitch;");
            text.VectorLoop(writer, "channels", text.Plan.FixedShape.Channels, vectors: true, around: null, width => WriteTaps(writer, text, width));
        }
    }

    private static void WriteTaps(CodeWriter writer, KernelText text, VectorWidth width)
    {
        writer.Line($"{width.TypeOf(text.Element)} value = {width.Broadcast(text.Mode.Identity(text.Element))};");
        using (writer.Block("for (nuint row = x; row < x + endRow; row += rowPitch)"))
        {
            using (writer.Block("for (nuint tap = row; tap < row + ((nuint)columns * columnPitch); tap += columnPitch)"))
                writer.Line($"value = {text.Combine("value", width.Load("taps", "tap"))};");
        }

        writer.Line(width.Store(text.Finish(width, "value", width.Broadcast("divisor")), "target", "x"));
    }

    private static string StartOf(PoolAxis axis, string index) =>
        KernelText.Plus(KernelText.Times(index, axis.Stride), -axis.PaddingBefore);
}
