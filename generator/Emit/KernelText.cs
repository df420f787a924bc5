using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PoolGen.Generator.Model;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>A plan with the rows of the tables that its text is made of, and the phrases that several parts of a kernel share.</summary>
internal sealed class KernelText
{
    public KernelText(KernelPlan plan)
    {
        Plan = plan;
        Mode = ModeRule.Of(plan.Config, plan.Register.IsWhole());
        Element = new ElementText(plan, Mode);
        Sizes = new SizeText(plan);
        Widths = [.. plan.VectorBits.Select(bits => VectorWidth.Of(bits, Element))];
        Scalar = VectorWidth.Scalar(Element);
    }

    public KernelPlan Plan { get; }

    public ElementText Element { get; }

    public ModeRule Mode { get; }

    public SizeText Sizes { get; }

    public IReadOnlyList<VectorWidth> Widths { get; }

    public PoolAxis Depth => Plan.Config.Depth;

    public VectorWidth Scalar { get; }

    public PoolAxis Height => Plan.Config.Height;

    public PoolAxis Width => Plan.Config.Width;

    /// <summary>The rows that a window has taps in: those of all its slices.</summary>
    public int TapRows => Depth.Window * Height.Window;

    /// <summary>The taps of a window that is whole.</summary>
    public long Taps => Plan.AdaptiveTaps ?? ((long)TapRows * Width.Window);

    public bool PerWindow => Plan.Divisor == DivisorRule.PerWindow;

    /// <summary>An expression as part of another: in brackets where it has parts itself.</summary>
    public static string Part(string expression) => expression.Contains(' ') ? $"({expression})" : expression;

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

    /// <summary>The declaration of scratch memory that starts at a line of the caches.</summary>
    public static string Scratch(string element, string name, string count) =>
        $"Span<{element}> {name} = Scratch.FromLine<{element}>(stackalloc {element}[{count} + Scratch.Spare<{element}>()]);";

    /// <summary>The type parameter of methods that are compiled for both rules of an extremum, or empty.</summary>
    public string TypeParameter => Plan.ScansForNaN ? "TExtremum" : "";

    /// <summary>Whether padding counts in the divisor, as a literal.</summary>
    public string IncludePad => Plan.Config.CountIncludePad ? "true" : "false";

    /// <summary>The statement that finds what the windows of an output row count along the height.</summary>
    public string RowExtent(string name = "rowExtent", string row = "row") =>
        $"{Element.Register.Keyword} {name} = {(Plan.PoolsDepth ? "depthExtent * " : "")}PoolGeometry.DivisorExtent(Config.Height, height, y + (int)({row}), {IncludePad});";

    /// <summary>The divisors of the windows at <c>x</c>, where windows differ in it.</summary>
    public string Extents(VectorWidth width, string rowExtent = "rowExtent") =>
        PerWindow ? $"{width.LoadRegisters("extents", "x")} * {width.Broadcast(rowExtent)}" : "";

    /// <summary>Whether neighbouring cells of a row may be a vector apart.</summary>
    public bool Steps => Plan.Tiling == PlaneTiling.AsStack;

    /// <summary>The index of the cell <paramref name="offset"/> columns after another.</summary>
    public string Column(string index, int offset) => Steps ? SteppedColumn(index, offset) : Plus(index, offset);

    /// <summary>The index of the cell <paramref name="offset"/> columns after another where columns are a <c>step</c> apart.</summary>
    public static string SteppedColumn(string index, int offset) =>
        offset == 0 ? index : $"{index} + {Part(Times("step", offset))}";

    /// <summary>Adds the distance of neighbouring cells to the body, where it is not always one.</summary>
    public MethodText WithStep(MethodText method) => Steps ? method.WithLocal($"nuint step = TCells.Step<{Element.Keyword}>();") : method;

    /// <summary>The type parameters, or the arguments for them, of methods that are compiled for each distance of cells.</summary>
    public string Stepped(string maximum, string cells = "TCells") =>
        !Steps ? maximum : maximum.Length == 0 ? cells : $"{maximum}, {cells}";

    /// <summary>A size as a constant, unless cells may be a vector apart.</summary>
    public string? Constant(string? size) => Steps ? null : size;

    /// <summary>Whether vectors of narrow rows may run over their end.</summary>
    public bool MayRunOver => Plan.VectorColumns
        && (KnownColumns is not int known || Widths.Any(width => known < width.Lanes(Element) && known > width.Lanes(Element) / 2));

    /// <summary>Adds the elements that may be written from the target on, where vectors of narrow rows run over their end.</summary>
    public MethodText WithRoom(MethodText method, string room) => MayRunOver ? method.With("nuint", "room", room) : method;

    /// <summary>Adds the parameters that divisors need, where windows differ in it.</summary>
    public MethodText WithExtents(MethodText method, string extents = "extents[0]", string y = "y") => !PerWindow ? method : WithDepthExtent(method
        .With($"ref {Element.Register.Keyword}", "extents", extents)
        .With("int", "y", y)
        .WithSize("int", "height", Sizes.Height, Plan.FixedShape.Height is null ? null : "Height"));

    /// <summary>Adds the sizes of input and output planes, those of volumes among them, but for the columns of the output.</summary>
    public MethodText WithPlaneSizes(MethodText method)
    {
        PoolFixedShape shape = Plan.FixedShape;
        if (Plan.PoolsDepth)
        {
            method
                .WithSize("int", "depth", Sizes.Depth, shape.Depth is null ? null : Sizes.Depth)
                .WithSize("int", "outputDepth", Sizes.OutputDepth, shape.Depth is null ? null : Sizes.OutputDepth);
        }

        return method
            .WithSize("int", "height", Sizes.Height, shape.Height is null ? null : Sizes.Height)
            .WithSize("int", "width", Sizes.Width, shape.Width is null ? null : Sizes.Width)
            .WithSize("int", "outputHeight", Sizes.OutputHeight, shape.Height is null ? null : Sizes.OutputHeight);
    }

    /// <summary>Adds what the windows of an output plane count along the depth, where windows differ in their divisor and something happens along it.</summary>
    public MethodText WithDepthExtent(MethodText method) => Plan.PoolsDepth && PerWindow ? method.With("int", "depthExtent", "depthExtent") : method;

    /// <summary>The outputs of a row where they are known at compile time and pooled in one go.</summary>
    public int? KnownColumns => !Steps && Plan.FixedShape.Width is int width && ((Plan.Source == RowSource.Input && Plan.Order != TapOrder.RowsFirstShared) || new SegmentText(this).IsWhole)
        ? PoolGeometry.OutputSize(Width, width, Plan.Config.CeilMode)
        : null;

    /// <summary>The expression that combines two values.</summary>
    public string Combine(string left, string right) =>
        Plan.ScansForNaN ? $"TExtremum.Of({left}, {right})" : Mode.Combine(left, right);

    /// <summary>Whether a step takes in two values at once, because three cost less than twice two.</summary>
    public bool TakesTwo => !Plan.ScansForNaN && Mode.CombineThree is not null;

    /// <summary>The expressions that take values into <paramref name="name"/> one after the other; the first starts from what is held elsewhere.</summary>
    public IEnumerable<string> Fold(string held, string name, IReadOnlyList<string> values)
    {
        int next = 0;
        while (next < values.Count)
        {
            yield return Take(held, values, ref next);
            held = name;
        }
    }

    /// <summary>The expression that combines some values, as one.</summary>
    public string Nest(IReadOnlyList<string> values)
    {
        string value = values[0];
        for (int next = 1; next < values.Count;)
            value = Take(value, values, ref next);
        return value;
    }

    private string Take(string held, IReadOnlyList<string> values, ref int next)
    {
        bool two = TakesTwo && next + 1 < values.Count;
        string taken = two ? Mode.CombineThree!(held, values[next], values[next + 1]) : Combine(held, values[next]);
        next += two ? 2 : 1;
        return taken;
    }

    /// <summary>Where the window of an index starts, which may be before the first element.</summary>
    public static string Start(string index, PoolAxis axis) => Plus(Times(index, axis.Stride), -axis.PaddingBefore);

    /// <summary>How many elements along an axis so many windows reach over.</summary>
    public static string Reach(string windows, PoolAxis axis) => axis.Stride == 1
        ? Plus(windows, axis.EffectiveWindow - 1)
        : $"(({windows} - 1) * {Number(axis.Stride)}) + {Number(axis.EffectiveWindow)}";

    /// <summary>
    /// The end of a window: what its combined taps become. The last addition turns a zero with a sign into plain zero and changes nothing else.
    /// </summary>
    public string Finish(VectorWidth width, string value, string extents) => Element.End(Ended(width, value, extents));

    private string Ended(VectorWidth width, string value, string extents)
    {
        if (Mode.Norm is NormText norm)
            return Mode.Extremum is not null ? value : norm.End(width, Element, value);
        string zero = width.Broadcast(Element.Literal(0));
        if (Plan.Divisor == DivisorRule.None)
            return Mode.Extremum is not null || Element.Register.IsWhole ? value : $"{value} + {zero}";
        if (Element.Register.IsWhole)
            return FinishWhole(width, value, extents);
        if (Plan.Divisor == DivisorRule.PerWindow)
            return $"{value} / ({extents}) + {zero}";

        long divisor = Plan.Config.DivisorOverride ?? Taps;
        return IsPowerOfTwo(divisor)
            ? $"{value} * {width.Broadcast(Element.Literal(1.0 / divisor))} + {zero}"
            : $"{value} / {width.Broadcast(Element.Literal(divisor))} + {zero}";
    }

    /// <summary>What the combined taps of a window of whole numbers become.</summary>
    public string FinishWhole(VectorWidth width, string value, string extents)
    {
        string divisor = Plan.Divisor == DivisorRule.PerWindow ? extents : width.Broadcast(Element.Literal(Plan.Config.DivisorOverride ?? Taps));
        if (Plan.Config.Quantization is PoolQuantization quantization)
        {
            return $"Quantized.Of<{Element.Keyword}>({value}, {divisor}, {NumberText.Of(quantization.InputScale)}, {NumberText.Of(quantization.OutputScale)}, "
                + $"{Number(quantization.OutputZeroPoint)})";
        }

        return $"WholeMean.Of<{RoundingRule.Of(Plan.Config.Rounding!.Value)}>({value}, {divisor})";
    }

    /// <summary>Scaling by a power of two has the bits of the division.</summary>
    private static bool IsPowerOfTwo(long divisor)
    {
        long size = Math.Abs(divisor);
        return (size & (size - 1)) == 0;
    }

    /// <summary>
    /// Writes a loop over <paramref name="count"/> positions <c>x</c>, inside the loop <paramref name="around"/> if there is one, for every
    /// vector width and for scalar code, and leaves the method after the widest that fits. The second vector overlaps the first, so that
    /// the last one ends with the row and there is no tail.
    /// </summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="count">The number of positions.</param>
    /// <param name="known">The number where it is known at compile time: widths that do not fit are left out.</param>
    /// <param name="vectors">Whether there are bodies of vectors at all.</param>
    /// <param name="around">The loop around this one, or null.</param>
    /// <param name="tile">Writes the body for a width.</param>
    public void VectorLoop(CodeWriter writer, string count, int? known, bool vectors, LoopText? around, Action<VectorWidth> tile)
    {
        foreach (VectorWidth width in vectors ? Widths.Where(width => known is null || known >= width.Lanes(Element)) : [])
        {
            using (writer.Block(known is null ? $"if ({width.Guard(count, Element)})" : $"if ({width.Type}.IsHardwareAccelerated)"))
            {
                string lanes = Number(width.Lanes(Element));
                writer.Line("// The second vector overlaps the first, so that the last one ends with the row.");
                writer.Line($"nuint overlap = (({count} - 1) % {lanes}) + 1;");
                Around(writer, around, () =>
                {
                    using (writer.Block($"for (nuint x = 0, after = overlap; x < {count}; x = after, after += {lanes})"))
                        tile(width);
                });
                writer.Line();
                writer.Line("return;");
            }

            writer.Line();
        }

        Around(writer, around, () =>
        {
            using (writer.Block($"for (nuint x = 0; x < {count}; x++)"))
                tile(Scalar);
        });
    }

    /// <summary>Writes a loop around something, or just that.</summary>
    public static void Around(CodeWriter writer, LoopText? around, Action inner)
    {
        if (around is null)
        {
            inner();
            return;
        }

        using (writer.Block(around.Header))
        {
            foreach (string line in around.Prelude)
                writer.Line(line);
            inner();
            foreach (string line in around.End)
                writer.Line(line);
        }
    }
}
