namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the windows of a channels-last kernel that leave the input: the taps that a window has are found once per window, and
/// loops over exactly those follow.
/// </summary>
internal static class EdgeWindows
{
    /// <summary>Writes the call for some windows of output row <c>y</c>.</summary>
    public static void WriteCall(CodeWriter writer, KernelText text, string from, string end) =>
        Method(text, from, end).WriteCall(writer);

    private static MethodText Method(KernelText text, string from, string end)
    {
        MethodText method = new MethodText("EdgeWindows")
            .With($"ref {text.Element.Keyword}", "plane", "plane")
            .With($"ref {text.Element.Keyword}", "outputRow", "outputRow");
        if (text.Plan.PoolsDepth)
            method.With("int", "z", "z").With("int", "front", "front").With("int", "depth", text.Sizes.Depth);
        return method
            .With("int", "y", "y").With("int", "from", from).With("int", "end", end)
            .With("int", "height", text.Sizes.Height).With("int", "width", text.Sizes.Width).With("int", "channels", text.Sizes.Channels);
    }

    public static void Write(CodeWriter writer, KernelText text)
    {
        string element = text.Element.Keyword;
        writer.Line();
        writer.Line("// Windows that may leave the input: only the taps inside it are visited.");
        using (writer.Block(Method(text, "", "").Header))
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
        writer.Line($"int top = {KernelText.Start("y", text.Height)} + ({KernelText.Times("firstRow", text.Height.Dilation)});");
        bool depth = text.Plan.PoolsDepth;
        if (depth)
        {
            writer.Line("(int firstSlice, int endSlice) = PoolGeometry.ValidTaps(Config.Depth, depth, z);");
            writer.Line($"plane = ref Unsafe.Add(ref plane, (nuint)((front + {KernelText.Part(KernelText.Times("firstSlice", text.Depth.Dilation))}) * height * width * channels));");
            if (text.PerWindow)
                writer.Line($"long depthExtent = PoolGeometry.DivisorExtent(Config.Depth, depth, z, {text.IncludePad});");
        }

        if (text.PerWindow)
            writer.Line($"{(depth ? "long" : "int")} rowExtent = {(depth ? "depthExtent * " : "")}PoolGeometry.DivisorExtent(Config.Height, height, y, {text.IncludePad});");
        using (writer.Block("for (int column = from; column < end; column++)"))
        {
            writer.Line("(int firstTap, int endTap) = PoolGeometry.ValidTaps(Config.Width, width, column);");
            writer.Line($"int start = {KernelText.Start("column", text.Width)} + ({KernelText.Times("firstTap", text.Width.Dilation)});");
            string divisor = text.PerWindow ? $", ({text.Element.Register.Keyword})(rowExtent * PoolGeometry.DivisorExtent(Config.Width, width, column, {text.IncludePad}))" : "";
            writer.Line($"EdgeWindow(ref Unsafe.Add(ref plane, (nuint)(((top * width) + start) * channels)), {(depth ? "endSlice - firstSlice, " : "")}endRow - firstRow, endTap - firstTap,");
            writer.Line($"    {(depth ? "(nuint)height, " : "")}(nuint)width, ref Unsafe.Add(ref outputRow, (nuint)(column * channels)), (nuint)channels{divisor});");
        }
    }

    private static void WriteEdgeWindow(CodeWriter writer, KernelText text)
    {
        string element = text.Element.Keyword;
        bool depth = text.Plan.PoolsDepth;
        MethodText method = new MethodText("EdgeWindow").With($"ref {element}", "taps", "");
        if (depth)
            method.With("int", "slices", "");
        method.With("int", "rows", "").With("int", "columns", "");
        if (depth)
            method.With("nuint", "height", "");
        method.With("nuint", "width", "")
            .With($"ref {element}", "target", "")
            .With("nuint", "channels", "");
        if (text.PerWindow)
            method.With(text.Element.Register.Keyword, "divisor", "");
        writer.Line();
        using (writer.Block(method.Header))
        {
            writer.Line($"nuint columnPitch = {KernelText.Times("channels", text.Width.Dilation)};");
            writer.Line($"nuint rowPitch = {KernelText.Times("width * channels", text.Height.Dilation)};");
            if (depth)
            {
                writer.Line($"nuint slicePitch = {KernelText.Times("height * width * channels", text.Depth.Dilation)};");
                writer.Line("nuint endSlice = (nuint)slices * slicePitch;");
            }

            writer.Line("nuint endRow = (nuint)rows * rowPitch;");
            writer.Line("nuint endColumn = (nuint)columns * columnPitch;");
            if (text.Plan.GoesByRow && HasSteps(text))
                WriteByRow(writer, text);
            ChannelTiles.Write(writer, text, text.Plan.TileVectors, around: null, (width, vectors, start) => WriteTaps(writer, text, width, vectors, start));
        }
    }

    /// <summary>Whether the channels of a row can be whole steps, which do not overlap.</summary>
    private static bool HasSteps(KernelText text) => text.Plan.FixedShape.Channels is not int known || known % Step(text) == 0;

    private static int Step(KernelText text) => text.Plan.TileVectors * text.Widths[0].Lanes(text.Element);

    /// <summary>Writes the way of windows whose pixels collide in the cache: all channels of a row before the next one, so that few lines of a set are in use.</summary>
    private static void WriteByRow(CodeWriter writer, KernelText text)
    {
        VectorWidth width = text.Widths[0];
        int vectors = text.Plan.TileVectors, lanes = width.Lanes(text.Element);
        string step = KernelText.Number(Step(text));
        using (writer.Block($"if ({width.Type}.IsHardwareAccelerated && channels % {step} == 0 && CacheSets.Collide<{text.Element.Keyword}>((int)channels, rows * columns))"))
        {
            writer.Line("// Pixels collide in the cache: all channels of a row before the next one. The outputs hold what the rows have come to.");
            using (writer.Block("for (nuint row = 0; row < endRow; row += rowPitch)"))
            using (writer.Block($"for (nuint x = 0; x < channels; x += {step})"))
            {
                for (int vector = 0; vector < vectors; vector++)
                {
                    string held = width.LoadRegisters("target", KernelText.Plus("x", vector * lanes));
                    writer.Line($"{width.TypeOf(text.Element)} {Value(vectors, vector)} = row == 0 ? {width.Broadcast(text.Element.Identity)} : {held};");
                }

                WriteRow(writer, text, width, vectors, "row + x");
                using (writer.Block("if (row + rowPitch < endRow)"))
                {
                    for (int vector = 0; vector < vectors; vector++)
                        writer.Line(width.StoreRegisters(Value(vectors, vector), "target", KernelText.Plus("x", vector * lanes)));
                }

                using (writer.Block("else"))
                    WriteEnd(writer, text, width, vectors, "x");
            }

            writer.Line();
            writer.Line("return;");
        }

        writer.Line();
    }

    private static void WriteTaps(CodeWriter writer, KernelText text, VectorWidth width, int vectors, string start)
    {
        for (int vector = 0; vector < vectors; vector++)
            writer.Line($"{width.TypeOf(text.Element)} {Value(vectors, vector)} = {width.Broadcast(text.Element.Identity)};");
        bool depth = text.Plan.PoolsDepth;
        string first = depth ? "slice" : start;
        using (depth ? writer.Block($"for (nuint slice = {start}; slice < {start} + endSlice; slice += slicePitch)") : null)
        using (writer.Block($"for (nuint row = {first}; row < {first} + endRow; row += rowPitch)"))
            WriteRow(writer, text, width, vectors, "row");
        WriteEnd(writer, text, width, vectors, start);
    }

    private static void WriteRow(CodeWriter writer, KernelText text, VectorWidth width, int vectors, string start)
    {
        using (writer.Block($"for (nuint tap = {start}; tap < {start} + endColumn; tap += columnPitch)"))
        {
            for (int vector = 0; vector < vectors; vector++)
            {
                string load = width.Load("taps", KernelText.Plus("tap", vector * width.Lanes(text.Element)));
                writer.Line($"{Value(vectors, vector)} = {text.Combine(Value(vectors, vector), load)};");
            }
        }
    }

    private static void WriteEnd(CodeWriter writer, KernelText text, VectorWidth width, int vectors, string start)
    {
        for (int vector = 0; vector < vectors; vector++)
        {
            string to = KernelText.Plus(start, vector * width.Lanes(text.Element));
            writer.Line(width.Store(text.Finish(width, Value(vectors, vector), width.Broadcast("divisor")), "target", to));
        }
    }

    private static string Value(int vectors, int vector) => ChannelsLast.Vector("value", vectors, vector);
}
