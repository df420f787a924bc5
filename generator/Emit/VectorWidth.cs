using System;

namespace PoolGen.Generator.Emit;

/// <summary>How a width of vector is written; one row per width. Scalar code is the row of one lane.</summary>
/// <param name="Bits">The width in bits, 0 for scalar code.</param>
/// <param name="Type">The static class of the width's operations.</param>
/// <param name="Elements">The elements that vectors of the width hold.</param>
internal sealed record VectorWidth(int Bits, string Type, ElementText Elements)
{
    /// <summary>The row of scalar code.</summary>
    public static VectorWidth Scalar(ElementText elements) => new(0, "", elements);

    /// <summary>The row of a width in bits.</summary>
    public static VectorWidth Of(int bits, ElementText elements) => bits switch
    {
        256 => new(256, "Vector256", elements),
        128 => new(128, "Vector128", elements),
        _ => throw new ArgumentOutOfRangeException(nameof(bits)),
    };

    public bool IsScalar => Bits == 0;

    /// <summary>Whether outputs this far apart take the even or odd elements of two neighbouring vectors, or of four in two steps.</summary>
    public bool Selects(int stride) => stride is 2 or 4 && !IsScalar;

    public int Lanes(ElementText element) => IsScalar ? 1 : Bits / (8 * element.Register.Size);

    public string Guard(string count, ElementText element) => $"{Type}.IsHardwareAccelerated && {count} >= {Lanes(element)}";

    /// <summary>The expression that loads elements from memory.</summary>
    public string Load(string reference, string offset) => Elements.Load(this, reference, offset);

    /// <summary>The expression that loads what stands in memory as it does in registers.</summary>
    public string LoadRegisters(string reference, string offset) =>
        IsScalar ? $"Unsafe.Add(ref {reference}, {offset})" : $"{Type}.LoadUnsafe(ref {reference}, {offset})";

    /// <summary>The statement that stores elements to memory.</summary>
    public string Store(string value, string reference, string offset) => Elements.Store(this, value, reference, offset);

    // The static form: the extension method takes the compiler five times as long to bind.

    /// <summary>The statement that stores what stands in registers as it is.</summary>
    public string StoreRegisters(string value, string reference, string offset) =>
        IsScalar ? $"Unsafe.Add(ref {reference}, {offset}) = {value};" : $"{Type}.StoreUnsafe({value}, ref {reference}, {offset});";

    /// <summary>The name of a method that has a twin for every width.</summary>
    public string Named(string method) => IsScalar ? method : method + KernelText.Number(Bits);

    /// <summary>A value in every lane.</summary>
    public string Broadcast(string value) => IsScalar ? value : $"{Type}.Create({value})";

    /// <summary>The type of a value of this width.</summary>
    public string TypeOf(ElementText element) => IsScalar ? element.Register.Keyword : $"{Type}<{element.Register.Keyword}>";
}
