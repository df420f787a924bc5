namespace PoolGen;

/// <summary>How vectors hold a row of the input whole, for windows two columns or three wide and two apart.</summary>
internal enum HeldRow
{
    /// <summary>Not at all: the row is too long, or too short for half a vector of outputs.</summary>
    Not,

    /// <summary>In one vector, whose first half are the columns from the first on and whose other half are the last that windows reach: half a vector of outputs.</summary>
    Alone,

    /// <summary>In two vectors, of which one starts with the row and the other ends with it: up to a whole vector of outputs.</summary>
    Pair,
}

/// <summary>Which rows vectors hold.</summary>
internal static class HeldRows
{
    /// <summary>The widest window that takes its columns from a row that is held.</summary>
    public const int WidestWindow = 3;

    /// <summary>Whether windows take their columns as rows that are held give them: each is the first or the second of its window, or the first of the next one.</summary>
    public static bool Suit(in PoolAxis axis) => axis is { Stride: 2, Dilation: 1, Window: 2 or WidestWindow, PaddingBefore: <= 1 };

    /// <summary>Whether pairs of vectors pay: for windows that overlap. Others select even and odd elements sooner.</summary>
    public static bool Pair(in PoolAxis axis) => axis.Window > axis.Stride;

    /// <summary>How a row of so many columns is held in vectors of so many lanes.</summary>
    public static HeldRow Form(in PoolAxis axis, int columns, int outputs, int lanes)
    {
        if (outputs == lanes / 2 && columns >= outputs && (axis.Window == 2 || columns < lanes))
            return HeldRow.Alone;
        bool pair = Pair(axis) && outputs >= lanes / 2 && outputs <= lanes && columns >= lanes && columns <= (2 * lanes) - axis.PaddingBefore;
        return pair ? HeldRow.Pair : HeldRow.Not;
    }
}
