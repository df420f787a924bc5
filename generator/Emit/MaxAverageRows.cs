using System.Collections.Generic;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes a kernel that takes the maxima and the averages of the same windows: the loop over output rows, which finds the tap rows inside the input of each.
/// Windows that lie inside the input are written out; those that leave it loop over the taps that they have.
/// </summary>
internal sealed class MaxAverageRows(KernelText text)
{
    private readonly IMaxAverageWindows windows = text.Plan.Layout == PoolLayout.ChannelsFirst ? new MaxAverageColumns(text) : new MaxAverageChannels(text);

    private bool IsChannelsFirst => text.Plan.Layout == PoolLayout.ChannelsFirst;

    public void Write(CodeWriter writer, string rowsHeader)
    {
        SizeText sizes = text.Sizes;
        string element = text.Element.Keyword;
        using (writer.Block(rowsHeader))
        {
            sizes.WriteLocals(writer, IsChannelsFirst ? "" : "channels", "height", "width", "outputHeight", "outputWidth");
            writer.Line($"ref {element} source = ref MemoryMarshal.GetReference(input);");
            writer.Line($"ref {element} largest = ref MemoryMarshal.GetReference(maximum);");
            writer.Line($"ref {element} mean = ref MemoryMarshal.GetReference(average);");
            if (text.Plan.LeavesWidth)
                writer.Line($"(int firstWhole, int endWhole) = PoolGeometry.UnpaddedWindows(Config.Width, {sizes.Width}, {sizes.OutputWidth});");
            using (writer.Block("for (int row = firstRow; row < endRow; row++)"))
                WriteRow(writer, sizes, element);
        }

        windows.WriteMethods(writer);
    }

    private void WriteRow(CodeWriter writer, SizeText sizes, string element)
    {
        PoolAxis axis = text.Height;
        writer.Line($"(int plane, int y) = Math.DivRem(row, {sizes.OutputHeight});");
        string top = KernelText.Start("y", axis);
        if (text.Plan.LeavesHeight)
        {
            writer.Line($"int top = {top};");
            writer.Line(ValidTaps(axis, "Height", sizes.Height, "top", "y"));
            top = $"top + {KernelText.Part(KernelText.Times("firstTap", axis.Dilation))}";
        }

        if (text.PerWindow)
            writer.Line($"{text.Element.Register.Keyword} rowExtent = {Extent(text, axis, "Height", sizes.Height, "top", "y", text.Plan.LeavesHeight)};");
        string pixel = IsChannelsFirst ? "" : $" * {sizes.Channels}";
        writer.Line($"ref {element} taps = ref Unsafe.Add(ref source, (nuint)(((plane * {sizes.Height}) + {top}) * {sizes.Width}{pixel}));");
        writer.Line($"ref {element} maxima = ref Unsafe.Add(ref largest, (nuint)(row * {sizes.OutputWidth}{pixel}));");
        writer.Line($"ref {element} averages = ref Unsafe.Add(ref mean, (nuint)(row * {sizes.OutputWidth}{pixel}));");
        string first = text.Plan.LeavesWidth ? "firstWhole" : "0", end = text.Plan.LeavesWidth ? "endWhole" : sizes.OutputWidth;
        if (!text.Plan.LeavesHeight)
        {
            WriteParts(writer, windows.Whole(first, end));
            return;
        }

        writer.Line("int rows = endTap - firstTap;");
        using (writer.Block($"if (rows == {KernelText.Number(axis.Window)})"))
            WriteParts(writer, windows.Whole(first, end));
        using (writer.Block("else"))
            WriteParts(writer, windows.Some(first, end));

        void WriteParts(CodeWriter writer, MethodText whole)
        {
            if (text.Plan.LeavesWidth)
                windows.Edge("0", "firstWhole").WriteCall(writer);
            whole.WriteCall(writer);
            if (text.Plan.LeavesWidth)
                windows.Edge("endWhole", sizes.OutputWidth).WriteCall(writer);
        }
    }

    /// <summary>A method for some windows of an output row.</summary>
    /// <param name="text">The kernel.</param>
    /// <param name="name">Its name.</param>
    /// <param name="first">The first window.</param>
    /// <param name="end">The end of the windows.</param>
    /// <param name="rows">The number of tap rows; null where it has those of a whole window.</param>
    public static MethodText Method(KernelText text, string name, string first, string end, string? rows)
    {
        string element = text.Element.Keyword;
        MethodText method = new MethodText(name).With($"ref {element}", "taps", "taps");
        if (rows is not null)
            method.With("int", "rows", rows);
        method.With($"ref {element}", "maxima", "maxima").With($"ref {element}", "averages", "averages")
            .With("int", "first", first).With("int", "end", end)
            .WithSize("int", "width", text.Sizes.Width, text.Plan.FixedShape.Width is null ? null : "Width");
        if (text.PerWindow)
            method.With(text.Element.Register.Keyword, "rowExtent", "rowExtent");
        return text.Plan.Layout == PoolLayout.ChannelsFirst
            ? method
            : method.WithSize("nuint", "channels", $"(nuint){text.Sizes.Channels}", text.Plan.FixedShape.Channels is null ? null : "Channels");
    }

    /// <summary>The tap rows of an output row.</summary>
    public static string TapRows(KernelText text) => text.Plan.LeavesHeight ? "rows" : KernelText.Number(text.Height.Window);

    /// <summary>Writes what a window outside the input finds along the width: its first tap inside, and how many there are.</summary>
    public static IEnumerable<string> EdgeTaps(KernelText text)
    {
        PoolAxis axis = text.Width;
        string left = KernelText.Start("column", axis);
        yield return $"int left = {left};";
        yield return ValidTaps(axis, "Width", "width", "left", "column");
        yield return $"nuint inside = (nuint)(left + {KernelText.Part(KernelText.Times("firstTap", axis.Dilation))});";
        if (text.PerWindow)
            yield return $"{text.Element.Register.Keyword} divisor = rowExtent * {Extent(text, axis, "Width", "width", "left", "column", leaves: true)};";
    }

    /// <summary>The statement that finds the taps of a window inside an axis, which starts at a place that is a local.</summary>
    private static string ValidTaps(PoolAxis axis, string name, string size, string start, string index) => axis.Dilation == 1
        ? $"int firstTap = Math.Max(0, -{start}), endTap = Math.Min({KernelText.Number(axis.Window)}, {size} - {start});"
        : $"(int firstTap, int endTap) = PoolGeometry.ValidTaps(Config.{name}, {size}, {index});";

    /// <summary>What a window counts along an axis for the divisor; written out where its taps follow one another: a window at the edge costs less than the call.</summary>
    private static string Extent(KernelText text, PoolAxis axis, string name, string size, string start, string index, bool leaves)
    {
        if (!leaves || axis.Dilation > 1)
            return $"PoolGeometry.DivisorExtent(Config.{name}, {size}, {index}, {text.IncludePad})";
        return text.Plan.Config.CountIncludePad
            ? $"Math.Min({KernelText.Number(axis.Window)}, {KernelText.Plus(size, axis.PaddingAfter)} - {start})"
            : "(endTap - firstTap)";
    }
}

/// <summary>The windows of an output row in one layout.</summary>
internal interface IMaxAverageWindows
{
    /// <summary>The method for windows inside the input.</summary>
    MethodText Whole(string first, string end);

    /// <summary>The method for windows inside the input along the width that have fewer rows.</summary>
    MethodText Some(string first, string end);

    /// <summary>The method for windows that leave the row.</summary>
    MethodText Edge(string first, string end);

    /// <summary>Writes the methods that are called.</summary>
    void WriteMethods(CodeWriter writer);
}
