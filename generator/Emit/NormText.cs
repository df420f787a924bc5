using System.Globalization;

namespace PoolGen.Generator.Emit;

/// <summary>Writes the powers and the root of a norm.</summary>
/// <param name="Power">The exponent.</param>
internal sealed record NormText(float Power)
{
    /// <summary>The expression for the powers of taps, that is of their absolute values.</summary>
    public string Taps(VectorWidth width, string taps)
    {
        if (Power == 1)
            return width.IsScalar ? $"Math.Abs({taps})" : $"{width.Type}.Abs({taps})";
        return PoolNorm.Multiplies(Power)
            ? $"Norms.WholePower({taps}, {((int)Power).ToString(CultureInfo.InvariantCulture)})"
            : $"Norms.Power({taps}, {NumberText.Of(Power)})";
    }

    /// <summary>The expression for what the sum of a window becomes.</summary>
    public string End(VectorWidth width, ElementText element, string sum) => Power switch
    {
        1 => sum,
        2 when width.IsScalar => $"{(element.Register.Size == sizeof(float) ? "MathF" : "Math")}.Sqrt({sum})",
        2 => $"{width.Type}.Sqrt({sum})",
        _ => $"Norms.Root({sum}, {NumberText.Of(Power)})",
    };
}
