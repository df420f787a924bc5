namespace PoolGen;

/// <summary>Which rows vectors can walk down.</summary>
internal static class WalkedWidths
{
    /// <summary>
    /// Whether some vector fits into rows of so many outputs: a vector at the edge reaches over the padding of one side only, or, where a row has as many
    /// outputs as inputs, one vector holds all of it.
    /// </summary>
    /// <param name="outputs">The outputs of a row.</param>
    /// <param name="padding">How far a vector at the edge reaches beyond the row.</param>
    /// <param name="same">Whether a row has as many outputs as inputs.</param>
    /// <param name="narrowest">The lanes of the narrowest vectors.</param>
    /// <param name="widest">The lanes of the widest vectors.</param>
    public static bool Fit(int outputs, int padding, bool same, int narrowest, int widest) =>
        outputs >= narrowest + padding || (same && outputs >= narrowest / 2 && outputs <= widest);
}
