using System.ComponentModel;

namespace PoolGen;

/// <summary>
/// The part of a gradient's kernel that is written for its windows: how the elements of a row add up what the windows over them give. Generated
/// code implements this, and <see cref="GradientBlocks"/> calls it.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGradientRows<T>
    where T : unmanaged
{
    /// <summary>
    /// Writes the gradients of neighbouring elements: as many as a stride for each of <paramref name="count"/> windows.
    /// </summary>
    /// <typeparam name="TStore">How they are stored.</typeparam>
    /// <param name="phase">Where the row lies between the starts of two windows: along the depth times the stride of the height, plus along the height.</param>
    /// <param name="cells">What each element of the last window over the first element takes; windows before it stand before it.</param>
    /// <param name="slicePitch">Cells from a slice of windows to the next.</param>
    /// <param name="pitch">Cells from a row of windows to the next.</param>
    /// <param name="target">The first of the elements.</param>
    /// <param name="count">The number of windows.</param>
    static abstract void Write<TStore>(int phase, ref T cells, nuint slicePitch, nuint pitch, ref T target, nuint count)
        where TStore : struct, IStore;
}
