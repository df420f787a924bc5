namespace PoolGen;

/// <summary>How vectors hold a row of the input whole, for windows two columns or three wide and two apart.</summary>
internal enum HeldRow
{
    /// <summary>Not at all: the row is too long, or its outputs do not fill a part of a vector.</summary>
    Not,

    /// <summary>In half a vector, beside the row of another plane: a quarter of a vector of outputs, so that two rows of two planes fill one.</summary>
    Beside,

    /// <summary>In one vector, whose last lane is not in the row: half a vector of outputs, so that two rows fill one.</summary>
    Short,

    /// <summary>The same where every lane is in the row.</summary>
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
        int half = lanes / 2;
        if (outputs == half && columns == lanes - 1)
            return HeldRow.Short;
        if (outputs == half && (columns == lanes || (columns > lanes && !Reaches(axis, lanes, outputs))))
            return HeldRow.Alone;
        if (lanes == 8 && columns == half && outputs == half / 2)
            return HeldRow.Beside;
        bool pair = Pair(axis) && outputs >= half && outputs <= lanes && columns >= lanes && columns <= (2 * lanes) - axis.PaddingBefore;
        return pair ? HeldRow.Pair : HeldRow.Not;
    }

    /// <summary>Whether the last window has a column behind so many.</summary>
    private static bool Reaches(in PoolAxis axis, int columns, int outputs) =>
        PoolGeometry.WindowStart(axis, outputs - 1) + axis.Window > columns;
}
