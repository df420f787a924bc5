namespace PoolGen.Generator.Plan;

/// <summary>Whether the windows along an axis stay inside the input, as far as that is known at compile time.</summary>
internal static class AxisReach
{
    /// <summary>Whether some window may have a tap outside the input.</summary>
    public static bool LeavesInput(PoolAxis axis, int? size, bool ceilMode)
    {
        if (size is not int n)
            return axis.IsPadded || (ceilMode && axis.Stride > 1);

        int outputSize = PoolGeometry.OutputSize(axis, n, ceilMode);
        return axis.PaddingBefore > 0 || PoolGeometry.WindowStart(axis, outputSize - 1) + axis.EffectiveWindow > n;
    }

    /// <summary>The most elements that a window may have beyond the input.</summary>
    public static int FurthestBeyond(PoolAxis axis, bool ceilMode) => axis.PaddingAfter + (ceilMode ? axis.Stride - 1 : 0);

    /// <summary>
    /// Elements that the last window has beyond the input where vectors walk: all the padding where windows are one apart. Otherwise it depends on the size, and
    /// vectors walk where it is one at most.
    /// </summary>
    public static int MostBeyond(PoolAxis axis, bool leavesInput, bool ceilMode) =>
        !leavesInput ? 0 : axis.Stride == 1 ? axis.PaddingAfter : axis.PaddingAfter > 0 || ceilMode ? 1 : 0;

    /// <summary>Whether a tap may lie beyond the end of the input where vectors walk.</summary>
    public static bool MayEndBeyond(PoolAxis axis, int tap, bool leavesInput, bool ceilMode) => axis.Window - tap <= MostBeyond(axis, leavesInput, ceilMode);

    /// <summary>Whether every window counts all its taps in an average's divisor.</summary>
    public static bool CountsAllTaps(PoolAxis axis, int? size, bool ceilMode, bool countIncludePad)
    {
        if (size is not int n)
            return !(ceilMode && axis.Stride > 1) && (countIncludePad || !axis.IsPadded);

        int outputSize = PoolGeometry.OutputSize(axis, n, ceilMode);
        for (int index = 0; index < outputSize; index++)
        {
            if (PoolGeometry.DivisorExtent(axis, n, index, countIncludePad) != axis.Window)
                return false;
        }

        return true;
    }
}
