using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// Up to a vector of outputs, from a row that two vectors hold, for windows three columns wide and two apart whose tap rows have met: which lane of which
/// vector is a window's column follows from the sizes, so that all windows of the row take their columns at once. A column outside the row is the
/// nearest one, which changes nothing in an extremum. Generated code uses this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HeldPair
{
    // Of each vector the first columns of half of the windows, and in the other half the second ones; and the windows that end with the row.
    private readonly Vector256<int> columns, lastColumns, end;
    private readonly nuint last, endOutput;

    private HeldPair(Vector256<int> columns, Vector256<int> lastColumns, Vector256<int> end, int last, int endOutput)
    {
        this.columns = columns;
        this.lastColumns = lastColumns;
        this.end = end;
        this.last = (nuint)last;
        this.endOutput = (nuint)endOutput;
    }

    /// <summary>Rows of so many columns and outputs.</summary>
    public static HeldPair Of<T>(in PoolAxis axis, int width, int outputs)
        where T : unmanaged
    {
        int half = Vector256<T>.Count / 2, last = width - Vector256<T>.Count;
        return new(
            HeldLanes.Of<T>(axis, width, firstWindow: 0, firstColumn: 0),
            HeldLanes.Of<T>(axis, width, firstWindow: half, firstColumn: last),
            HeldLanes.From<T>(outputs - half),
            last,
            outputs - half);
    }

    /// <summary>The vector that starts with the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> First<T>(ref T row)
        where T : unmanaged => Vector256.LoadUnsafe(ref row);

    /// <summary>The vector that ends with the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> Last<T>(ref T row)
        where T : unmanaged => Vector256.LoadUnsafe(ref row, last);

    /// <summary>The first column of every window, and the second one; lanes behind the last window hold something else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector256<T> First, Vector256<T> Second) Columns<T>(Vector256<T> first, Vector256<T> last)
        where T : unmanaged => HeldLanes.Halves(HeldLanes.Pick(first, columns), HeldLanes.Pick(last, lastColumns));

    /// <summary>The third column of every window, which is the first of the next one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Third<T>(Vector256<T> firstColumns)
        where T : unmanaged => HeldLanes.Pick(firstColumns, Unsafe.SizeOf<T>() == sizeof(double) ? Vector256.Create(2, 3, 4, 5, 6, 7, 6, 7) : Vector256.Create(1, 2, 3, 4, 5, 6, 7, 7));

    /// <summary>Writes the outputs of the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<T>(Vector256<T> value, ref T target)
        where T : unmanaged
    {
        Vector128.StoreUnsafe(value.GetLower(), ref target);
        Vector128.StoreUnsafe(HeldLanes.Pick(value, end).GetLower(), ref target, endOutput);
    }

    /// <summary>Writes the outputs of the row; where they are less than a vector, the first ones of the next row get something else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreOver<T>(Vector256<T> value, ref T target)
        where T : unmanaged => Vector256.StoreUnsafe(value, ref target);
}
