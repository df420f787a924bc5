namespace PoolGen;

/// <summary>The taps of one window along one axis that lie inside the input.</summary>
/// <param name="Position">Where the first of them lies.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Extent">What they contribute to the divisor.</param>
internal readonly record struct AxisTaps(int Position, int Count, int Extent)
{
    public static AxisTaps Of(in PoolAxis axis, int size, int index, bool countIncludePad)
    {
        if (axis.IsAdaptive)
        {
            (int from, int to) = PoolGeometry.AdaptiveWindow(axis, size, index);
            return new(from, to - from, to - from);
        }

        (int first, int end) = PoolGeometry.ValidTaps(axis, size, index);
        int position = PoolGeometry.WindowStart(axis, index) + (first * axis.Dilation);
        return new(position, end - first, PoolGeometry.DivisorExtent(axis, size, index, countIncludePad));
    }
}
