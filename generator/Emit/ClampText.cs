using System.Globalization;
using PoolGen.Generator.Model;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>Writes the bounds of an activation, which are rounded to the element type.</summary>
/// <param name="plan">The kernel.</param>
/// <param name="order">The order of halves where they are compared as whole numbers, or null.</param>
internal sealed class ClampText(KernelPlan plan, string? order)
{
    private readonly PoolFusion? fusion = plan.Config.Fusion;

    /// <summary>The expression for clamped taps.</summary>
    public string Taps(string taps) => fusion is { ClampsTaps: true } ? Clamped(taps, fusion) : taps;

    /// <summary>The expression for clamped results.</summary>
    public string Ends(string ends) => fusion is { ClampsTaps: false } ? Clamped(ends, fusion, Overflows) : ends;

    /// <summary>Whether a quotient may be one that elements do not hold: the end of their range then, as if it were a bound.</summary>
    private bool Overflows => plan.Element.IsWhole() && plan.Config.DivisorOverride is not null;

    private string Clamped(string values, PoolFusion bounds, bool fits = false)
    {
        if (!bounds.Clamps)
            return values;
        string type = order is null ? "Lanes" : "HalfKeyBounds", argument = order is null ? "" : $"<{order}>";
        if (fits || bounds.HasLowest)
            values = $"{type}.AtLeast{argument}({values}, {Bound(bounds.Lowest)})";
        return fits || bounds.HasLargest ? $"{type}.AtMost{argument}({values}, {Bound(bounds.Largest)})" : values;
    }

    private string Bound(double bound) => plan.Element switch
    {
        ElementType.Float => NumberText.Of((float)bound),
        ElementType.Double => NumberText.Of(bound),
        ElementType.Half when order is not null => HalfNumber.Bits(bound).ToString(CultureInfo.InvariantCulture),
        ElementType.Half => NumberText.Of(HalfNumber.Rounded(bound)),
        _ => Whole(bound),
    };

    /// <summary>A whole number, or the end of the range of elements beyond it.</summary>
    private string Whole(double bound)
    {
        bool signed = plan.Element is not (ElementType.Byte or ElementType.UShort);
        int bits = 8 * plan.Element.Size();
        long largest = signed ? long.MaxValue >> (64 - bits) : (1L << bits) - 1, smallest = signed ? -largest - 1 : 0;
        long number = bound >= largest ? largest : bound <= smallest ? smallest : (long)bound;
        ElementRule register = ElementRule.Of(plan.Register);
        return number == long.MinValue ? "long.MinValue" : register.Prefix + number.ToString(CultureInfo.InvariantCulture) + register.Suffix;
    }
}
