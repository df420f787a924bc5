namespace PoolGen.Generator.Emit;

/// <summary>The columns that one call takes: vectors from the first to the last, which may overlap the one before it, as far as there is an end.</summary>
internal readonly record struct WalkedSpan(string First, string End, string Last)
{
    /// <summary>One vector.</summary>
    public static WalkedSpan At(string column) => new(column, KernelText.Plus(column, 1), column);
}
