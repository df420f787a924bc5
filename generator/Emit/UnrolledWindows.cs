using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the method of a channels-last kernel that takes the windows along a row one by one, their taps written out. Maxima repeat the
/// nearest tap for taps outside the input, which changes nothing; sums come here with whole windows only.
/// </summary>
internal sealed class UnrolledWindows(KernelText text)
{
    private const string Window = "Window";

    private readonly PoolAxis axis = text.Width;
    private readonly string element = text.Element.Keyword;

    private IEnumerable<int> Rows => Enumerable.Range(0, text.TapRows);

    private IEnumerable<int> Taps => Enumerable.Range(0, axis.Window);

    /// <summary>Writes the calls for the windows from <paramref name="first"/> to <paramref name="end"/>, whose tap rows are <c>row0</c>, <c>row1</c>, ….</summary>
    public void WriteCalls(CodeWriter writer, string first, string end)
    {
        if (!text.Plan.RepeatsTaps || !text.Plan.LeavesWidth)
        {
            Method(clamps: false, first, end).WriteCall(writer, AheadBranch.Choice(text));
            return;
        }

        Method(clamps: true, first, "firstWhole").WriteCall(writer);
        Method(clamps: false, "firstWhole", "endWhole").WriteCall(writer, AheadBranch.Choice(text));
        Method(clamps: true, "endWhole", end).WriteCall(writer);
    }

    public void Write(CodeWriter writer)
    {
        writer.Line();
        writer.Line("// Whole windows along the width, one after the other.");
        WriteMethod(writer, clamps: false);
        if (text.Plan.RepeatsTaps && text.Plan.LeavesWidth)
        {
            writer.Line();
            writer.Line("// Windows that leave the input: a tap outside it repeats the nearest one, which changes nothing.");
            WriteMethod(writer, clamps: true);
        }

        foreach (VectorWidth width in text.Widths.Where(width => ChannelTiles.Fits(text, width)).Append(text.Scalar))
            WriteWindow(writer, width);
    }

    private MethodText Method(bool clamps, string first, string end)
    {
        MethodText method = new(clamps ? "PoolEdge" : "PoolWindows") { TypeParameter = clamps ? "" : AheadBranch.Choice(text) };
        foreach (int row in Rows)
            method.With($"ref {element}", $"row{row}", $"row{row}");
        method.With($"ref {element}", "target", "outputRow")
            .With("int", "first", first)
            .With("int", "end", end)
            .WithSize("nuint", "channels", $"(nuint){text.Sizes.Channels}", text.Plan.FixedShape.Channels is null ? null : "Channels");
        return clamps
            ? method.WithSize("int", "width", text.Sizes.Width, text.Plan.FixedShape.Width is null ? null : "Width")
            : method;
    }

    private void WriteMethod(CodeWriter writer, bool clamps)
    {
        MethodText method = Method(clamps, "", "");

        // What the JIT inlines into one method is then all for this loop: with other loops beside it, calls stayed in that of halves, at a fifth of its speed.
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining)]");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            if (!clamps)
            {
                foreach (int tap in Taps.Skip(1))
                    writer.Line($"nuint tap{tap} = {KernelText.Times("channels", tap * axis.Dilation)};");
            }

            string left = KernelText.Start("column", axis);
            List<string> prelude = clamps ? ClampedTaps(left) : [$"nuint from = (nuint)({left}) * channels;"];
            prelude.Add("nuint to = (nuint)column * channels;");
            LoopText columns = new("for (int column = first; column < end; column++)", prelude, []);
            ChannelTiles.Write(writer, text, clamps ? 1 : text.Plan.TileVectors, columns, (width, vectors, start) => WriteTile(writer, width, vectors, start, clamps));
        }
    }

    /// <summary>Where the first tap of a window stands, and how far behind it the others do.</summary>
    private List<string> ClampedTaps(string left)
    {
        List<string> lines = [$"int left = {left};"];
        if (axis.Dilation > 1)
            lines.Add("(int firstTap, int endTap) = PoolGeometry.ValidTaps(Config.Width, width, column);");
        foreach (int tap in Taps)
        {
            string position = ClampedTap.Of("left", "width", axis, text.Plan.Config.CeilMode, tap);
            lines.Add(tap == 0
                ? $"nuint from = (nuint){position} * channels;"
                : $"nuint tap{tap} = ((nuint){position} * channels) - from;");
        }

        return lines;
    }

    private void WriteTile(CodeWriter writer, VectorWidth width, int vectors, string start, bool clamps)
    {
        if (!clamps && !width.IsScalar)
        {
            // The rows above were new to the output row before this one, and the slices before to the output plane before.
            foreach (int row in DepthSlices.New(text).SelectMany(first => Enumerable.Range(first, text.Height.Window).Skip(text.Height.Window - text.Height.Stride)))
                AheadBranch.WriteFetch(writer, text, $"row{row}", $"from + {KernelText.Part(KernelText.Times(start, axis.Stride))}", axis.Stride * vectors * width.Lanes(text.Element));
        }

        string rows = string.Join(", ", Rows.Select(row => $"ref row{row}"));
        string taps = string.Concat(Taps.Skip(1).Select(tap => $", tap{tap}"));
        string whole = width.Broadcast(text.Element.Literal((double)text.TapRows * axis.Window));
        for (int vector = 0; vector < vectors; vector++)
        {
            string x = KernelText.Plus(start, vector * width.Lanes(text.Element));
            string value = $"{width.Named(Window)}({rows}, from + {x}{taps})";
            string result = text.Finish(width, value, whole);
            writer.Line(clamps ? width.Store(result, "target", $"to + {x}") : AheadBranch.Store(text, width, result, "target", $"to + {x}"));
        }
    }

    private void WriteWindow(CodeWriter writer, VectorWidth width)
    {
        string type = width.TypeOf(text.Element);
        string rows = string.Join(", ", Rows.Select(row => $"ref {element} row{row}"));
        string taps = string.Concat(Taps.Skip(1).Select(tap => $", nuint tap{tap}"));
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static {type} {width.Named(Window)}({rows}, nuint at{taps})"))
        {
            List<string> loads = [.. Rows.SelectMany(row => Taps.Select(tap => width.Load($"row{row}", tap == 0 ? "at" : $"at + tap{tap}")))];
            writer.Line($"{type} value = {loads[0]};");
            foreach (string value in text.Fold("value", "value", loads.GetRange(1, loads.Count - 1)))
                writer.Line($"value = {value};");
            writer.Line("return value;");
        }
    }
}
