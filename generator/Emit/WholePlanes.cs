using System.Linq;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the method for windows that cover a whole plane, where there is one output per plane: several planes at once, because
/// an exact sum is a chain of additions and only independent chains can overlap.
/// </summary>
internal static class WholePlanes
{
    /// <summary>Writes the call: always where the window is known to cover the plane, else where it turns out to.</summary>
    public static void WriteCall(CodeWriter writer, KernelText text)
    {
        string plane = $"nuint planeLength = (nuint)({text.Sizes.Height} * {text.Sizes.Width});";
        if (text.Plan.CoversPlane)
        {
            writer.Line(plane);
            Method(text).WriteCall(writer);
            return;
        }

        using (writer.Block($"if ({text.Sizes.OutputHeight} == 1 && {text.Sizes.OutputWidth} == 1)"))
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
        int[] planes = [.. Enumerable.Range(0, text.Plan.PlanesAtOnce)];
        string element = text.Element.Keyword;
        writer.Line();
        writer.Line($"// One window per plane: {KernelText.Number(planes.Length)} planes at once, because each sum is a chain of additions.");
        using (writer.Block(Method(text).Header))
        {
            Method(text).WriteConstants(writer);
            writer.Line("int index = 0;");
            using (writer.Block($"for (; index <= count - {KernelText.Number(planes.Length)}; index += {KernelText.Number(planes.Length)})"))
            {
                foreach (int plane in planes)
                    writer.Line($"ref {element} plane{plane} = ref Unsafe.Add(ref source, (nuint){KernelText.Plus("index", plane).Wrap()} * planeLength);");
                WriteTaps(writer, text, planes);
                foreach (int plane in planes)
                    writer.Line($"Unsafe.Add(ref target, {KernelText.Plus("index", plane)}) = {text.Finish(VectorWidth.Scalar, $"value{plane}", "")};");
            }

            using (writer.Block("for (; index < count; index++)"))
            {
                writer.Line($"ref {element} plane0 = ref Unsafe.Add(ref source, (nuint)index * planeLength);");
                WriteTaps(writer, text, [0]);
                writer.Line($"Unsafe.Add(ref target, index) = {text.Finish(VectorWidth.Scalar, "value0", "")};");
            }
        }
    }

    private static void WriteTaps(CodeWriter writer, KernelText text, int[] planes)
    {
        foreach (int plane in planes)
            writer.Line($"{text.Element.Keyword} value{plane} = {text.Mode.Identity(text.Element)};");
        string rowPitch = KernelText.Times("pitch", text.Height.Dilation);
        using (writer.Block($"for (nuint row = 0; row < {KernelText.Times("pitch", text.Height.Window * text.Height.Dilation)}; row += {rowPitch})"))
        {
            for (int tap = 0; tap < text.Width.Window; tap++)
            {
                foreach (int plane in planes)
                {
                    string load = VectorWidth.Scalar.Load($"plane{plane}", KernelText.Plus("row", tap * text.Width.Dilation));
                    writer.Line($"value{plane} = {text.Mode.Combine($"value{plane}", load)};");
                }
            }
        }
    }

    private static string Wrap(this string expression) => expression.Contains(' ') ? $"({expression})" : expression;
}
