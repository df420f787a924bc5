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
