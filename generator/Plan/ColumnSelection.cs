namespace PoolGen.Generator.Plan;

/// <summary>Which elements of two neighbouring vectors a tap takes when the stride is 2: the even or the odd ones from an offset on.</summary>
/// <param name="Offset">Where the first of the two vectors starts, relative to the first window.</param>
/// <param name="Odd">Whether the tap takes elements 1, 3, 5, … instead of 0, 2, 4, ….</param>
internal readonly record struct ColumnSelection(int Offset, bool Odd)
{
    /// <summary>
    /// The selection for the tap at <paramref name="offset"/>. Odd taps share the vectors of the even tap before them, and the last
    /// tap is always an odd element, so that no vector reaches beyond the window.
    /// </summary>
    public static ColumnSelection Of(int offset, int lastOffset) =>
        offset > 0 && (offset == lastOffset || offset % 2 == 1) ? new(offset - 1, Odd: true) : new(offset, Odd: false);
}
