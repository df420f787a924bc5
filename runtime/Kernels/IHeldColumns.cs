using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// Rows of the input that vectors hold whole, for windows two columns or three wide and two apart whose tap rows have met: which lane of which vector
/// is a window's column follows from the sizes, so that all windows of the row take their columns at once. A column outside the row is the nearest
/// one, which changes nothing in an extremum. A kernel is compiled once for each form. Generated code uses this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHeldColumns
{
    /// <summary>Whether a second vector holds the end of the row.</summary>
    static abstract bool IsPair { get; }

    /// <summary>The vector that starts with the row.</summary>
    Vector256<T> First<T>(ref T row)
        where T : unmanaged;

    /// <summary>The vector that ends with the row.</summary>
    Vector256<T> Last<T>(ref T row)
        where T : unmanaged;

    /// <summary>The first column of every window, and the second one; lanes behind the last window hold something else.</summary>
    (Vector256<T> First, Vector256<T> Second) Columns<T>(Vector256<T> first, Vector256<T> last)
        where T : unmanaged;

    /// <summary>The third column of every window, which is the first of the next one.</summary>
    Vector256<T> Third<T>(Vector256<T> firstColumns)
        where T : unmanaged;

    /// <summary>Writes the outputs of the row.</summary>
    void Store<T>(Vector256<T> value, ref T target)
        where T : unmanaged;

    /// <summary>Writes the outputs of the row; where they are less than a vector, the first ones of the next row get something else.</summary>
    void StoreOver<T>(Vector256<T> value, ref T target)
        where T : unmanaged;
}
