using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>A plan with the rows of the tables that its text is made of, and the phrases that several parts of a kernel share.</summary>
internal sealed class KernelText
{
    public KernelText(KernelPlan plan)
    {
        Plan = plan;
        Element = ElementRule.Of(plan.Element);
        Mode = ModeRule.Of(plan.Config.Mode);
        Sizes = new SizeText(plan);
        Widths = [.. plan.VectorBits.Select(VectorWidth.Of)];
    }

    public KernelPlan Plan { get; }

    public ElementRule Element { get; }

    public ModeRule Mode { get; }

    public SizeText Sizes { get; }

    public IReadOnlyList<VectorWidth> Widths { get; }

    public PoolAxis Height => Plan.Config.Height;

    public PoolAxis Width => Plan.Config.Width;

    public bool PerWindow => Plan.Divisor == DivisorRule.PerWindow;

    /// <summary>A whole number as text.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>name</c>, <c>name + 3</c> or <c>name - 1</c>.</summary>
    public static string Plus(string name, long value) => value switch
    {
        0 => name,
        < 0 => $"{name} - {Number(-value)}",
        _ => $"{name} + {Number(value)}",
    };

    /// <summary><c>name</c> or <c>name * 2</c>.</summary>
    public static string Times(string name, long value) => value == 1 ? name : $"{name} * {Number(value)}";

    /// <summary>The parameters or arguments of the tap rows: <c>ref float row0, ref float row1</c>.</summary>
    public string RowList(Func<int, string> row) => string.Join(", ", Enumerable.Range(0, Height.Window).Select(row));

    /// <summary>
    /// The end of a window: what its combined taps become. The last addition turns a zero with a sign into plain zero and changes nothing else.
    /// </summary>
    public string Finish(VectorWidth width, string value, string extents)
    {
        if (Plan.Divisor == DivisorRule.None)
            return value;
        string zero = width.Broadcast(Element.Literal(0));
        if (Plan.Divisor == DivisorRule.PerWindow)
            return $"{value} / ({extents}) + {zero}";

        int divisor = Plan.Config.DivisorOverride ?? (Height.Window * Width.Window);
        return IsPowerOfTwo(divisor)
            ? $"{value} * {width.Broadcast(Element.Literal(1.0 / divisor))} + {zero}"
            : $"{value} / {width.Broadcast(Element.Literal(divisor))} + {zero}";
    }

    /// <summary>Scaling by a power of two has the bits of the division.</summary>
    private static bool IsPowerOfTwo(int divisor)
    {
        long size = Math.Abs((long)divisor);
        return (size & (size - 1)) == 0;
    }

    /// <summary>
    /// Writes a loop over <paramref name="count"/> positions <c>x</c> for every vector width and for scalar code, and leaves the method
    /// after the widest that fits. The last vector overlaps the one before it, so that there is no tail.
    /// </summary>
    public void VectorLoop(CodeWriter writer, string count, bool vectors, Action<VectorWidth> tile)
    {
        foreach (VectorWidth width in vectors ? Widths : [])
        {
            string lanes = Number(width.Lanes(Element));
            using (writer.Block($"if ({width.Guard(count, Element)})"))
            {
                writer.Line($"nuint last = {count} - {lanes};");
                using (writer.Block($"for (nuint x = 0; ; x = Math.Min(x + {lanes}, last))"))
                {
                    tile(width);
                    writer.Line("if (x == last)");
                    writer.Line("    return;");
                }
            }

            writer.Line();
        }

        using (writer.Block($"for (nuint x = 0; x < {count}; x++)"))
            tile(VectorWidth.Scalar);
    }
}
