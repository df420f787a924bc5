using System.Numerics;

namespace PoolGen.Tests.Support;

/// <summary>Generic code that is called for an element type.</summary>
internal interface IElementVisitor<TResult>
{
    TResult Visit<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T>;
}

/// <summary>Generic code that is called for a kernel of some element type.</summary>
internal interface IKernelVisitor<TResult>
{
    TResult Visit<T>(PoolKernel<T> kernel)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>;
}

/// <summary>The element types of generated kernels, by name, and the one place that goes from a type to generic code.</summary>
internal static class ElementTypes
{
    private static readonly (string Name, Type Type)[] Names =
    [
        ("float", typeof(float)), ("double", typeof(double)), ("Half", typeof(Half)), ("sbyte", typeof(sbyte)), ("byte", typeof(byte)),
        ("short", typeof(short)), ("ushort", typeof(ushort)), ("int", typeof(int)), ("long", typeof(long)),
    ];

    public static IReadOnlyList<Type> All { get; } = [.. Names.Select(row => row.Type)];

    public static string NameOf(Type type) => Names.Single(row => row.Type == type).Name;

    public static Type ByName(string name) => Names.Single(row => row.Name == name).Type;

    /// <summary>Whether elements have no fractions.</summary>
    public static bool AreWhole<T>() => typeof(T) != typeof(float) && typeof(T) != typeof(double) && typeof(T) != typeof(Half);

    /// <summary>Whether elements have no fractions.</summary>
    public static bool AreWhole(Type type) => type != typeof(float) && type != typeof(double) && type != typeof(Half);

    public static TResult Visit<TResult>(Type type, IElementVisitor<TResult> visitor) => NameOf(type) switch
    {
        "float" => visitor.Visit<float>(),
        "double" => visitor.Visit<double>(),
        "Half" => visitor.Visit<Half>(),
        "sbyte" => visitor.Visit<sbyte>(),
        "byte" => visitor.Visit<byte>(),
        "short" => visitor.Visit<short>(),
        "ushort" => visitor.Visit<ushort>(),
        "int" => visitor.Visit<int>(),
        _ => visitor.Visit<long>(),
    };

    public static TResult Visit<TResult>(PoolKernel kernel, IKernelVisitor<TResult> visitor) =>
        Visit(kernel.ElementType, new KernelOfElement<TResult>(kernel, visitor));

    private sealed record KernelOfElement<TResult>(PoolKernel Kernel, IKernelVisitor<TResult> Visitor) : IElementVisitor<TResult>
    {
        public TResult Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => Visitor.Visit((PoolKernel<T>)Kernel);
    }
}
