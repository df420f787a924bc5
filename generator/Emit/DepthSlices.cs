using System.Collections.Generic;
using System.Linq;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes which input slices the windows of an output plane have taps in, for kernels that pool along the depth: the tap rows of a window
/// are those of all its slices, slice by slice.
/// </summary>
internal static class DepthSlices
{
    /// <summary>The input slice of the first tap of an output plane, counted over all volumes.</summary>
    public static string First(KernelText text) => $"((volume * {text.Sizes.Depth}) + front)";

    /// <summary>The elements from a slice of a window to the next.</summary>
    public static string Distance(KernelText text) => $"(nuint)({KernelText.Times($"{text.Sizes.Height} * {text.Sizes.Width}", text.Depth.Dilation)})";

    /// <summary>Writes the locals for an output plane: its volume, the slice of its first tap, and what its windows count along the depth.</summary>
    public static void Write(CodeWriter writer, KernelText text, string plane, string depth, string outputDepth, bool counts)
    {
        if (!text.Plan.PoolsDepth)
            return;

        writer.Line($"(int volume, int z) = Math.DivRem({plane}, {outputDepth});");
        writer.Line($"int front = {KernelText.Start("z", text.Depth)};");
        if (counts && text.PerWindow)
            writer.Line($"int depthExtent = PoolGeometry.DivisorExtent(Config.Depth, {depth}, z, {text.IncludePad});");
    }

    /// <summary>Writes the locals for an output plane where sizes have the names of the class or of its locals.</summary>
    public static void Write(CodeWriter writer, KernelText text, string plane = "plane", bool counts = true) =>
        Write(writer, text, plane, text.Sizes.Depth, text.Sizes.OutputDepth, counts);

    /// <summary>
    /// Writes where the slices start and returns the tap rows of all of them, counted from the first row of the volume: where something
    /// happens along the depth, else the rows of the plane as they are. A slice outside the input is replaced by the nearest one of the
    /// window where <paramref name="clamps"/> is set.
    /// </summary>
    public static IReadOnlyList<string> Rows(CodeWriter writer, KernelText text, IReadOnlyList<string> rows, bool clamps, string depth, string height)
    {
        if (!text.Plan.PoolsDepth)
            return rows;

        PoolAxis axis = text.Depth;
        if (clamps && axis.Dilation > 1)
            writer.Line($"(int firstSlice, int endSlice) = PoolGeometry.ValidTaps(Config.Depth, {depth}, z);");
        for (int tap = 0; tap < axis.Window; tap++)
        {
            string slice = clamps
                ? ClampedTap.Of("front", depth, axis, text.Plan.Config.CeilMode, tap, "firstSlice", "endSlice")
                : KernelText.Part(KernelText.Plus("front", tap * axis.Dilation));
            writer.Line($"int slice{KernelText.Number(tap)} = {slice} * {height};");
        }

        return [.. Enumerable.Range(0, axis.Window).SelectMany(tap => rows.Select(row => $"(slice{KernelText.Number(tap)} + {row})"))];
    }

    /// <summary>The offset of a tap row from the first, where slices and rows stand at a regular distance.</summary>
    public static string Offset(KernelText text, int tapRow)
    {
        int slice = tapRow / text.Height.Window, row = tapRow % text.Height.Window * text.Height.Dilation;
        string offset = KernelText.Times("pitch", row);
        if (slice == 0)
            return offset;
        string slices = KernelText.Times("slice", slice);
        return row == 0 ? slices : $"{KernelText.Part(slices)} + {KernelText.Part(offset)}";
    }

    /// <summary>The first tap rows of the slices that an output plane has and the one before it has not.</summary>
    public static IEnumerable<int> New(KernelText text)
    {
        for (int slice = System.Math.Max(0, text.Depth.Window - text.Depth.Stride); slice < text.Depth.Window; slice++)
            yield return slice * text.Height.Window;
    }
}
