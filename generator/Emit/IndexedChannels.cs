using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>Writes the windows of a row of channels last with their indices: channels are in lanes, and a tap outside the input repeats the nearest one.</summary>
internal sealed class IndexedChannels(KernelText text)
{
    private readonly PoolAxis axis = text.Width;
    private readonly IndexedTaps taps = new(text);

    private IEnumerable<int> Rows => Enumerable.Range(0, text.TapRows);

    private IEnumerable<int> Taps => Enumerable.Range(0, axis.Window);

    /// <summary>Whether the channel stands in an index.</summary>
    private bool CountsChannels => text.Plan.Indices!.Indexing != PoolIndexing.Plane;

    public void WriteCall(CodeWriter writer) => Method().WriteCall(writer);

    public void WriteMethods(CodeWriter writer)
    {
        writer.Line();
        writer.Line("// The windows of a row, one after the other.");
        MethodText method = Method();
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            List<string> prelude = [$"int left = {KernelText.Start("column", axis)};"];
            bool clamps = text.Plan.LeavesWidth;
            if (clamps && axis.Dilation > 1)
                prelude.Add("(int firstTap, int endTap) = PoolGeometry.ValidTaps(Config.Width, width, column);");
            foreach (int tap in Taps)
            {
                prelude.Add($"int column{tap} = {(clamps ? ClampedTap.Of("left", "width", axis, text.Plan.Config.CeilMode, tap) : KernelText.Plus("left", tap * axis.Dilation))};");
                prelude.Add($"nuint tap{tap} = (nuint)column{tap} * channels;");
                prelude.Add($"int along{tap} = column{tap} * step;");
            }

            prelude.Add("nuint to = (nuint)column * channels;");
            LoopText columns = new("for (int column = 0; column < columns; column++)", prelude, []);
            ChannelTiles.Write(writer, text, vectors: 1, columns, (width, _, start) => WriteTile(writer, width, start));
        }
    }

    private MethodText Method()
    {
        MethodText method = IndexedRows.Method(text, "PoolWindows")
            .With("int", "columns", text.Sizes.OutputWidth)
            .WithSize("nuint", "channels", $"(nuint){text.Sizes.Channels}", text.Plan.FixedShape.Channels is null ? null : "Channels");
        if (text.Plan.LeavesWidth)
            method.WithSize("int", "width", text.Sizes.Width, text.Plan.FixedShape.Width is null ? null : "Width");
        return CountsChannels ? method.With("int", "channelStep", "steps.Channel") : method;
    }

    private void WriteTile(CodeWriter writer, VectorWidth width, string start)
    {
        taps.Write(
            writer, width,
            [.. Rows.Select(row => Taps.Select(tap => width.Load($"row{row}", $"tap{tap} + {start}")).ToArray())],
            [.. Taps.Select(tap => taps.Broadcast(width, $"along{tap}"))],
            [.. Rows.Select(row => taps.Broadcast(width, $"index{row}"))]);
        writer.Line(width.Store("value", "target", $"to + {start}"));
        string type = width.IsScalar ? "" : $"<{taps.LaneKeyword(width)}>";
        string at = CountsChannels ? $"at + IndexLanes.{width.Named("Along")}{type}((int){start} * channelStep, channelStep)" : "at";
        writer.Line($"IndexLanes.{width.Named("Store")}({at}, ref targetIndices, to + {start});");
    }
}
