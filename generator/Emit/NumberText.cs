namespace PoolGen.Generator.Emit;

/// <summary>Writes numbers with a fraction as C# literals.</summary>
internal static class NumberText
{
    public static string Of(float value) => float.IsPositiveInfinity(value) ? "float.PositiveInfinity" : PoolNumber.Text(value) + "f";
}
