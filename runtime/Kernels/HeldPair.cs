using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>Up to a vector of outputs, from a row that two vectors hold.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HeldPair : IHeldColumns
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
            HeldLanes.Of<T>(axis, width, firstWindow: 0, start: 0, moved: 0),
            HeldLanes.Of<T>(axis, width, firstWindow: half, start: 0, moved: last),
            HeldLanes.From<T>(outputs - half),
            last,
            outputs - half);
    }

    /// <inheritdoc/>
    public static bool IsPair => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> First<T>(ref T row)
        where T : unmanaged => Vector256.LoadUnsafe(ref row);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> Last<T>(ref T row)
        where T : unmanaged => Vector256.LoadUnsafe(ref row, last);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector256<T> First, Vector256<T> Second) Columns<T>(Vector256<T> first, Vector256<T> last)
        where T : unmanaged
    {
        Vector256<byte> lower = HeldLanes.Pick(first, columns).AsByte(), upper = HeldLanes.Pick(last, lastColumns).AsByte();
        return (Avx.Permute2x128(lower, upper, 0x20).As<byte, T>(), Avx.Permute2x128(lower, upper, 0x31).As<byte, T>());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> Third<T>(Vector256<T> firstColumns)
        where T : unmanaged => HeldLanes.Pick(firstColumns, Unsafe.SizeOf<T>() == sizeof(double) ? Vector256.Create(2, 3, 4, 5, 6, 7, 6, 7) : Vector256.Create(1, 2, 3, 4, 5, 6, 7, 7));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<T>(Vector256<T> value, ref T target)
        where T : unmanaged
    {
        Vector128.StoreUnsafe(value.GetLower(), ref target);
        Vector128.StoreUnsafe(HeldLanes.Pick(value, end).GetLower(), ref target, endOutput);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreOver<T>(Vector256<T> value, ref T target)
        where T : unmanaged => Vector256.StoreUnsafe(value, ref target);
}
