using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>Where a tap is taken when a tap outside the input is replaced by the nearest one of the same window, for modes in which that changes nothing.</summary>
internal static class ClampedTap
{
    /// <summary>
    /// The position of a tap of the window that starts at the local <paramref name="start"/>, which is only bounded where some window has that tap outside.
    /// With a dilation the nearest tap is not the nearest element: then the locals <paramref name="first"/> and <paramref name="end"/> hold the taps inside
    /// the input.
    /// </summary>
    public static string Of(string start, string size, PoolAxis axis, bool ceilMode, int tap, string first = "firstTap", string end = "endTap")
    {
        if (axis.Dilation > 1)
            return $"({start} + (Math.Clamp({KernelText.Number(tap)}, {first}, {end} - 1) * {KernelText.Number(axis.Dilation)}))";
        bool before = tap < axis.PaddingBefore, beyond = axis.Window - tap <= AxisReach.FurthestBeyond(axis, ceilMode);
        string position = KernelText.Plus(start, tap), bounded = before ? $"Math.Max({position}, 0)" : position;
        return beyond ? $"Math.Min({bounded}, {size} - 1)" : before ? bounded : KernelText.Part(position);
    }
}
