using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes a kernel whose windows follow from the size of the input: the loop over output rows, which finds the tap rows of each. They meet
/// column by column, and then the columns of a window from left to right: vectors go down the rows, so the order of sums has no price.
/// </summary>
internal sealed class AdaptiveKernel
{
    private readonly KernelText text;
    private readonly AdaptiveAxis along;

    public AdaptiveKernel(KernelText text)
    {
        this.text = text;
        along = new(text.Depth, "along", text.Sizes.Depth, text.Sizes.OutputDepth, "z");
        Down = new(text.Height, "down", text.Sizes.Height, text.Sizes.OutputHeight, "y");
        Across = new(text.Width, "across", text.Sizes.Width, text.Sizes.OutputWidth, "x");
    }

    /// <summary>The windows along the height.</summary>
    public AdaptiveAxis Down { get; }

    /// <summary>The windows along the width.</summary>
    public AdaptiveAxis Across { get; }

    /// <summary>Whether slices have rows between those of a window; where it has all rows of a slice, its slices are one run of rows.</summary>
    public bool HasSlices => text.Plan.PoolsDepth && !Down.IsCovered;

    /// <summary>The tap rows of a window, or of each of its slices where there are some.</summary>
    public string Rows => text.Plan.PoolsDepth && !HasSlices ? $"{along.Count} * {Down.Count}" : Down.Count;

    /// <summary>The tap rows of a window over all its slices.</summary>
    public string AllRows => text.Plan.PoolsDepth ? $"{along.Count} * {Down.Count}" : Down.Count;

    /// <summary>The slices of a window.</summary>
    public string Slices => along.Count;

    public static void Write(CodeWriter writer, string rowsHeader, KernelText text)
    {
        AdaptiveKernel kernel = new(text);
        bool first = text.Plan.Layout == PoolLayout.ChannelsFirst;
        AdaptiveColumns columns = new(text, kernel);
        AdaptivePixels pixels = new(text, kernel);
        AdaptiveTiles? tiles = AdaptiveTiles.AreWritten(text) ? new(text, kernel) : null;
        if (text.Plan.FetchesAhead)
        {
            using (writer.Block(rowsHeader))
            {
                if (tiles is not null)
                {
                    text.Sizes.WriteLocals(writer, "height", "width", "outputHeight");
                    tiles.WriteCall(writer);
                }

                AheadBranch.WriteCalls(writer, text);
            }

            writer.Line();
            writer.Line("// Rows of planes, asked for ahead or not.");
        }

        using (writer.Block(text.Plan.FetchesAhead ? AheadBranch.Header(text) : rowsHeader))
        {
            text.Sizes.WriteLocals(writer, "channels", "depth", "height", "width", "outputHeight");
            if (!text.Plan.FetchesAhead)
                tiles?.WriteCall(writer);
            writer.Line($"ref {text.Element.Keyword} source = ref MemoryMarshal.GetReference(input);");
            writer.Line($"ref {text.Element.Keyword} target = ref MemoryMarshal.GetReference(output);");
            if (first)
                columns.WriteLocals(writer);
            else
                pixels.WriteLocals(writer);
            kernel.WriteRows(writer, first ? columns.WriteRow : pixels.WriteRow);
        }

        if (first)
            columns.WriteMethods(writer);
        else
            pixels.WriteMethods(writer);
        tiles?.WriteMethods(writer);
    }

    /// <summary>Whether a step of so many vectors asks for the rows behind.</summary>
    public static bool Asks(KernelText text, int vectors) => text.Plan.FetchesAhead && vectors == text.Plan.TileVectors;

    /// <summary>Adds how many tap rows a method goes down, and how far they are apart.</summary>
    public MethodText WithRows(MethodText method, string pitch)
    {
        method.With("nuint", "rows", $"(nuint)({Rows})").With("nuint", "pitch", pitch);
        return HasSlices
            ? method.With("nuint", "slices", $"(nuint)({Slices})").With("nuint", "slicePitch", $"(nuint){text.Sizes.Height} * {pitch}")
            : method;
    }

    /// <summary>Writes the vectors that go down the tap rows from <paramref name="start"/> on, as <c>value0</c> and so on.</summary>
    public void WriteDown(CodeWriter writer, VectorWidth width, int vectors, string start, bool asks)
    {
        for (int vector = 0; vector < vectors; vector++)
            writer.Line($"{width.TypeOf(text.Element)} value{KernelText.Number(vector)} = {width.Broadcast(text.Element.Identity)};");
        string from = HasSlices ? "slice" : start;
        using (HasSlices ? writer.Block($"for (nuint slice = {start}, endSlice = {start} + (slices * slicePitch); slice < endSlice; slice += slicePitch)") : null)
        using (writer.Block($"for (nuint tap = {from}, endTap = {from} + (rows * pitch); tap < endTap; tap += pitch)"))
        {
            if (asks)
            {
                AheadBranch.WriteFetch(writer, text, "first", "asked", vectors * width.Lanes(text.Element));
                writer.Line($"asked += {KernelText.Number(vectors * width.Lanes(text.Element))};");
            }

            for (int vector = 0; vector < vectors; vector++)
            {
                string value = $"value{KernelText.Number(vector)}";
                string offset = KernelText.Plus("tap", vector * width.Lanes(text.Element));
                writer.Line($"{value} = {text.Combine(value, width.Load("first", offset))};");
            }
        }
    }

    private void WriteRows(CodeWriter writer, System.Action<CodeWriter> row)
    {
        SizeText sizes = text.Sizes;
        string plane = text.Plan.Layout == PoolLayout.ChannelsFirst ? "plane" : "sample";
        writer.Line($"(int {plane}, int y) = Math.DivRem(firstRow, {sizes.OutputHeight});");
        if (text.Plan.PoolsDepth)
            writer.Line($"(int volume, int z) = Math.DivRem({plane}, {sizes.OutputDepth});");
        along.WriteLocal(writer, "z");
        Down.WriteLocal(writer, "y");
        Across.WriteLocal(writer);
        string slice = text.Plan.PoolsDepth ? $"((volume * {sizes.Depth}) + {along.Start})" : plane;
        string pixel = text.Plan.Layout == PoolLayout.ChannelsFirst ? "" : $" * {sizes.Channels}";
        using (writer.Block("for (int row = firstRow; row < endRow; row++)"))
        {
            writer.Line($"nuint offset = (nuint)((({slice} * {sizes.Height}) + {Down.Start}) * {sizes.Width}{pixel});");
            writer.Line($"ref {text.Element.Keyword} first = ref Unsafe.Add(ref source, offset);");
            writer.Line($"ref {text.Element.Keyword} outputs = ref Unsafe.Add(ref target, (nuint)(row * {sizes.OutputWidth}{pixel}));");
            row(writer);
            Down.WriteAdvance(writer);
            using (writer.Block($"if (++y == {sizes.OutputHeight})"))
                WriteNextPlane(writer, plane);
        }
    }

    private void WriteNextPlane(CodeWriter writer, string plane)
    {
        writer.Line("y = 0;");
        Down.WriteRestart(writer);
        if (!text.Plan.PoolsDepth)
        {
            writer.Line($"{plane}++;");
            return;
        }

        along.WriteAdvance(writer);
        using (writer.Block($"if (++z == {text.Sizes.OutputDepth})"))
        {
            writer.Line("z = 0;");
            writer.Line("volume++;");
            along.WriteRestart(writer);
        }
    }
}
