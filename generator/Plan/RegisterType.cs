using PoolGen.Generator.Model;

namespace PoolGen.Generator.Plan;

/// <summary>What elements are in registers while taps are combined, so that nothing is lost: mostly what they are in memory.</summary>
internal static class RegisterType
{
    /// <summary>Sums of whole numbers below this divide exactly in 32 bits; the runtime's WholeMean says why.</summary>
    private const long MostInSingle = 1L << 23;

    /// <summary>The same in 64 bits.</summary>
    private const long MostInDouble = 1L << 51;

    /// <summary>The type, or null where no vectors hold what a sum needs.</summary>
    public static ElementType? Of(ElementType element, ModeTraits traits, PoolFusion? fusion, long taps)
    {
        // Halves in the order of whole numbers; sums of them in 32 bits, as PyTorch has it.
        if (element == ElementType.Half)
            return traits.Idempotent && fusion is not { ClampsTaps: true } ? ElementType.Short : ElementType.Float;
        if (!element.IsWhole() || !traits.Divides)
            return element;

        long largest = 1L << ((8 * element.Size()) - (element is ElementType.Byte or ElementType.UShort ? 0 : 1));
        if (element.Size() < sizeof(int) && taps < MostInSingle / largest)
            return ElementType.Int;
        if (fusion is { Quantization: not null })
            return null;
        return element != ElementType.Long && taps < MostInDouble / largest ? ElementType.Long : null;
    }
}
