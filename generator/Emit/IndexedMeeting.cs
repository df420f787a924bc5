namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes how the rows of windows with their indices meet: <c>row0</c>, <c>row1</c> and so on are what the tap rows of a vector of windows came to, and
/// <c>at0</c>, <c>at1</c> the indices of that. Rows meet from top to bottom, as the first of equal taps is kept.
/// </summary>
internal sealed class IndexedMeeting(KernelText text, VectorWidth width)
{
    private readonly IndexedTaps taps = new(text);
    private readonly string vector = width.TypeOf(text.Element);

    /// <summary>Rows of a window that the next one has, too.</summary>
    private int Kept => text.Height.Window - text.Height.Stride;

    /// <summary>Output rows of a turn: where windows are one row apart, as many as share the rows in the middle.</summary>
    public int Turn => text.Height.Stride == 1 ? Kept : 1;

    /// <summary>Writes that a tap takes the place of the one that is kept where it is better, and its index that one's, as far as there is no NaN.</summary>
    public static void WriteStep(
        CodeWriter writer, KernelText text, VectorWidth width, (string Value, string At) kept, (string Value, string At) tap, bool declares = false)
    {
        ExtremumRule rule = text.Mode.Extremum!;
        writer.Line($"{(declares ? $"{width.TypeOf(text.Element)} " : "")}takes = {width.Type}.{rule.Beats}({tap.Value}, {kept.Value});");
        writer.Line($"{kept.Value} = IndexLanes.{rule.Better}(takes, {tap.Value}, {kept.Value});");
        writer.Line($"{kept.At} = IndexLanes.Select(takes, {tap.At}, {kept.At});");
    }

    /// <summary>
    /// Neighbouring windows down the rows: all share the rows in the middle, and what they have above and below them grows by a row from one window to the next.
    /// </summary>
    public void WriteTurn(CodeWriter writer)
    {
        writer.Line($"{vector} takes;");
        Meet($"upper{KernelText.Number(Turn - 1)}", Row(Kept - 1), Row(Kept));
        for (int index = 2; index < Turn; index++)
            Meet($"lower{KernelText.Number(index)}", Lower(index - 1), Row(Kept + index));
        for (int index = Turn - 1; index >= 0; index--)
        {
            string number = KernelText.Number(index);
            if (index < Turn - 1)
                Meet($"upper{number}", Row(index), ($"upper{KernelText.Number(index + 1)}", $"upperAt{KernelText.Number(index + 1)}"));
            (string Value, string At) result = ($"upper{number}", $"upperAt{number}");
            if (index > 0)
            {
                Meet($"value{number}", result, Lower(index));
                result = ($"value{number}", $"valueAt{number}");
            }

            string offset = index == 0 ? "0" : KernelText.Times("outputPitch", index);
            writer.Line(width.Store(InOrder(result.Value), "to", offset));
            writer.Line($"IndexLanes.{width.Named("Store")}({InOrder(result.At)}, ref toIndices, {offset});");
        }

        writer.Line($"to = ref Unsafe.Add(ref to, {KernelText.Times("outputPitch", Turn)});");
        writer.Line($"toIndices = ref Unsafe.Add(ref toIndices, {KernelText.Times("outputPitch", Turn)});");
        WriteShift(writer, Turn);

        (string Value, string At) Row(int row) => ($"row{KernelText.Number(row)}", $"at{KernelText.Number(row)}");

        (string Value, string At) Lower(int index) => index == 1 ? Row(Kept + 1) : ($"lower{KernelText.Number(index)}", $"lowerAt{KernelText.Number(index)}");

        void Meet(string name, (string Value, string At) above, (string Value, string At) below)
        {
            string at = name.Insert(name.Length - 1, "At");
            writer.Line($"{vector} {name} = {above.Value};");
            writer.Line($"{taps.LaneType(width)} {at} = {above.At};");
            WriteStep(writer, text, width, (name, at), below);
        }
    }

    /// <summary>The rows of a window meet, and those that the next window has, too, stay.</summary>
    public void WriteWindow(CodeWriter writer)
    {
        writer.Line($"{vector} value = row0, takes;");
        writer.Line($"{taps.LaneType(width)} at = at0;");
        for (int row = 1; row < text.Height.Window; row++)
        {
            string number = KernelText.Number(row);
            WriteStep(writer, text, width, ("value", "at"), ($"row{number}", $"at{number}"));
        }

        writer.Line(width.Store(InOrder("value"), "to", "0"));
        writer.Line($"IndexLanes.{width.Named("Store")}({InOrder("at")}, ref toIndices, 0);");
        writer.Line("to = ref Unsafe.Add(ref to, outputPitch);");
        writer.Line("toIndices = ref Unsafe.Add(ref toIndices, outputPitch);");
        WriteShift(writer, text.Height.Stride);
    }

    /// <summary>The last rows become those that the next windows start with.</summary>
    private void WriteShift(CodeWriter writer, int count)
    {
        for (int row = 0; row < Kept; row++)
        {
            writer.Line($"row{KernelText.Number(row)} = row{KernelText.Number(row + count)};");
            writer.Line($"at{KernelText.Number(row)} = at{KernelText.Number(row + count)};");
        }
    }

    private string InOrder(string vector) => width.Selects(text.Width.Stride) ? $"Lanes.InOrder({vector})" : vector;
}
