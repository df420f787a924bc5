using System.Collections.Generic;
using System.Linq;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the method for windows that cover a whole plane, where there is one output per plane: planes are in lanes, because an
/// exact sum is a chain of additions and only independent chains can run side by side. A volume that a window covers is a plane of
/// as many rows as all its slices have.
/// </summary>
internal static class WholePlanes
{
    /// <summary>Loads of a row that are written out one by one. Of many more the JIT no longer follows the taps, and they go through memory.</summary>
    private const int UnrolledLoads = 5;

    /// <summary>Whether there is such a method.</summary>
    public static bool AreWritten(KernelText text) => text.Plan.TapsPerLoad > 0 || text.Plan.SumsPlanes;

    /// <summary>Writes the call: always where the window is known to cover the plane, else where it turns out to.</summary>
    public static void WriteCall(CodeWriter writer, KernelText text)
    {
        bool volume = text.Plan.PoolsDepth;
        string plane = $"nuint planeLength = (nuint)({(volume ? $"{text.Sizes.Depth} * " : "")}{text.Sizes.Height} * {text.Sizes.Width});";
        if (text.Plan.CoversPlane)
        {
            writer.Line(plane);
            Method(text).WriteCall(writer);
            return;
        }

        string covers = volume ? $"{text.Sizes.OutputDepth} == 1 && {text.Sizes.Height} == {KernelText.Number(text.Height.Window)} && " : "";
        using (writer.Block($"if ({covers}{text.Sizes.OutputHeight} == 1 && {text.Sizes.OutputWidth} == 1)"))
        {
            writer.Line(plane);
            Method(text).WriteCall(writer);
            writer.Line("return;");
        }

        writer.Line();
    }

    private static MethodText Method(KernelText text) => new MethodText("PoolPlanes")
        .With($"ref {text.Element.Keyword}", "source", "Unsafe.Add(ref source, (nuint)firstRow * planeLength)")
        .With("nuint", "planeLength", "planeLength")
        .WithSize("nuint", "pitch", $"(nuint){text.Sizes.Width}", text.Plan.FixedShape.Width is null ? null : "Width")
        .With($"ref {text.Element.Keyword}", "target", "Unsafe.Add(ref target, (nuint)firstRow)")
        .With("int", "count", "endRow - firstRow");

    public static void Write(CodeWriter writer, KernelText text)
    {
        writer.Line();
        if (text.Plan.SumsPlanes)
        {
            writer.Line("// One window per plane, whose whole numbers are added in any order.");
            using (writer.Block(Method(text).Header))
            {
                Method(text).WriteConstants(writer);
                using (writer.Block("for (int index = 0; index < count; index++)"))
                    WriteSum(writer, text);
            }

            return;
        }

        writer.Line("// One window per plane: a plane per lane, and two vectors per turn, because each sum is a chain of additions.");
        using (writer.Block(Method(text).Header))
        {
            Method(text).WriteConstants(writer);
            writer.Line("int index = 0;");
            foreach (VectorWidth width in text.Widths)
            {
                string planes = KernelText.Number(2 * width.Lanes(text.Element));
                using (writer.Block($"if ({width.Type}.IsHardwareAccelerated)"))
                using (writer.Block($"for (; index <= count - {planes}; index += {planes})"))
                    WritePlanes(writer, text, width);
                writer.Line();
            }

            using (writer.Block("for (; index < count; index++)"))
                WritePlane(writer, text);
        }
    }

    private static string RowLoop(KernelText text) =>
        $"for (nuint row = 0; row < {KernelText.Times("pitch", text.TapRows * text.Height.Dilation)}; row += {KernelText.Times("pitch", text.Height.Dilation)})";

    private static void WritePlanes(CodeWriter writer, KernelText text, VectorWidth width)
    {
        string element = text.Element.Keyword, type = width.TypeOf(text.Element);
        string lanes = KernelText.Number(width.Lanes(text.Element));
        int group = text.Plan.TapsPerLoad, window = text.Width.Window;
        writer.Line($"ref {element} first = ref Unsafe.Add(ref source, (nuint)index * planeLength);");
        writer.Line($"ref {element} second = ref Unsafe.Add(ref first, {lanes} * planeLength);");
        writer.Line($"{type} value = {width.Broadcast(text.Element.Identity)}, next = value;");
        using (writer.Block(RowLoop(text)))
        {
            int looped = window > UnrolledLoads * group ? window - (window % group) : 0;
            if (looped > 0)
            {
                using (writer.Block($"for (nuint column = row; column < row + {KernelText.Number(looped)}; column += {KernelText.Number(group)})"))
                    Take("column", 0, skipped: 0, "tap", "nextTap", declares: true);
            }

            // The last load of a row overlaps the one before it; only its new taps are added.
            for (int start = looped; start < window; start += group)
            {
                int offset = System.Math.Min(start, window - group);
                Take("row", offset, skipped: start - offset, looped > 0 ? "lastTap" : "tap", looped > 0 ? "nextLastTap" : "nextTap", declares: start == looped);
            }
        }

        writer.Line(width.Store(text.Finish(width, "value", ""), "target", "(nuint)index"));
        writer.Line(width.Store(text.Finish(width, "next", ""), "target", $"(nuint)index + {lanes}"));

        void Take(string place, int offset, int skipped, string names, string nextNames, bool declares)
        {
            Load("first", names);
            Load("second", nextNames);
            for (int tap = skipped; tap < group; tap++)
            {
                writer.Line($"value = {text.Combine("value", text.Element.Tap(width, $"{names}{tap}"))};");
                writer.Line($"next = {text.Combine("next", text.Element.Tap(width, $"{nextNames}{tap}"))};");
            }

            void Load(string planes, string name)
            {
                IEnumerable<string> taps = Enumerable.Range(0, group).Select(tap => $"out {(declares ? type + " " : "")}{name}{tap}");
                writer.Line($"PlaneLanes.Load(ref Unsafe.Add(ref {planes}, {KernelText.Plus(place, offset)}), planeLength, {string.Join(", ", taps)});");
            }
        }
    }

    private static void WriteSum(CodeWriter writer, KernelText text)
    {
        string rows = KernelText.Number(text.Height.Window), columns = KernelText.Number(text.Width.Window);
        writer.Line($"long value = PlaneSum.Of(ref Unsafe.Add(ref source, (nuint)index * planeLength), pitch, {rows}, {columns});");
        writer.Line($"Wide.Store<long, {text.Element.Keyword}>({text.FinishWhole(text.Scalar, "value", "")}, ref target, (nuint)index);");
    }

    private static void WritePlane(CodeWriter writer, KernelText text)
    {
        writer.Line($"ref {text.Element.Keyword} first = ref Unsafe.Add(ref source, (nuint)index * planeLength);");
        writer.Line($"{text.Element.Register.Keyword} value = {text.Element.Identity};");
        using (writer.Block(RowLoop(text)))
        {
            if (text.Width.Window > UnrolledLoads * text.Plan.TapsPerLoad)
            {
                using (writer.Block($"for (nuint column = row; column < row + {KernelText.Number(text.Width.Window)}; column++)"))
                    writer.Line($"value = {text.Combine("value", text.Scalar.Load("first", "column"))};");
            }
            else
            {
                for (int tap = 0; tap < text.Width.Window; tap++)
                    writer.Line($"value = {text.Combine("value", text.Scalar.Load("first", KernelText.Plus("row", tap)))};");
            }
        }

        writer.Line(text.Scalar.Store(text.Finish(text.Scalar, "value", ""), "target", "(nuint)index"));
    }
}
