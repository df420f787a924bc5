namespace PoolGen.Generator.Emit;

/// <summary>Writes numbers with a fraction as C# literals.</summary>
internal static class NumberText
{
    public static string Of(double value) => double.IsInfinity(value) ? $"double.{(value > 0 ? "Positive" : "Negative")}Infinity" : PoolNumber.Text(value) + "d";

    public static string Of(float value) => float.IsInfinity(value) ? $"float.{(value > 0 ? "Positive" : "Negative")}Infinity" : PoolNumber.Text(value) + "f";
}
