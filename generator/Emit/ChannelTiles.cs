using System;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes loops over the channels of channels last for every vector width and for scalar code: tiles of several vectors, then single
/// vectors, the last of which ends with the channels and overlaps the one before it.
/// </summary>
internal static class ChannelTiles
{
    /// <param name="writer">Takes the text.</param>
    /// <param name="text">The kernel; its <c>channels</c> is a local or a constant of the method.</param>
    /// <param name="vectors">Vectors of a tile.</param>
    /// <param name="around">The loop around the loops over channels, or null.</param>
    /// <param name="tile">Writes the body for a width, a number of vectors and the name of the first channel.</param>
    public static void Write(CodeWriter writer, KernelText text, int vectors, LoopText? around, Action<VectorWidth, int, string> tile)
    {
        foreach (VectorWidth width in text.Widths.Where(width => Fits(text, width)))
        {
            string guard = text.Plan.FixedShape.Channels is null ? width.Guard("channels", text.Element) : $"{width.Type}.IsHardwareAccelerated";
            using (writer.Block($"if ({guard})"))
            {
                KernelText.Around(writer, around, () => WriteVectors(writer, text, width, vectors, around is not null, tile));
                writer.Line();
                writer.Line("return;");
            }

            writer.Line();
        }

        KernelText.Around(writer, around, () =>
        {
            using (writer.Block("for (nuint x = 0; x < channels; x++)"))
                tile(text.Scalar, 1, "x");
        });
    }

    /// <summary>Whether there can be enough channels for a vector.</summary>
    public static bool Fits(KernelText text, VectorWidth width) => (text.Plan.FixedShape.Channels ?? int.MaxValue) >= width.Lanes(text.Element);

    private static void WriteVectors(CodeWriter writer, KernelText text, VectorWidth width, int vectors, bool often, Action<VectorWidth, int, string> tile)
    {
        int lanes = width.Lanes(text.Element), most = lanes * vectors;
        int? channels = text.Plan.FixedShape.Channels;
        bool tiles = vectors > 1 && (channels ?? most) >= most;
        writer.Line("nuint x = 0;");
        if (tiles)
        {
            string size = KernelText.Number(most);
            using (writer.Block($"for (; x + {size} <= channels; x += {size})"))
                tile(width, vectors, "x");
        }

        if (tiles && channels % most == 0)
            return;
        if (tiles)
            writer.Line();
        if (!often)
        {
            using (writer.Block($"for (; x < channels; x += {KernelText.Number(lanes)})"))
            {
                writer.Line("// The last vector ends with the channels and overlaps the one before it.");
                writer.Line($"nuint start = Math.Min(x, channels - {KernelText.Number(lanes)});");
                tile(width, 1, "start");
            }

            return;
        }

        // The smaller of two places may become a branch that is taken once a pixel, and such turns are hard to foresee: the last vector stands alone.
        using (writer.Block($"for (; x + {KernelText.Number(lanes)} <= channels; x += {KernelText.Number(lanes)})"))
            tile(width, 1, "x");
        if (channels % lanes == 0)
            return;
        writer.Line();
        using (writer.Block("if (x < channels)"))
        {
            writer.Line("// The last vector ends with the channels and overlaps the one before it.");
            writer.Line($"x = channels - {KernelText.Number(lanes)};");
            tile(width, 1, "x");
        }
    }
}
