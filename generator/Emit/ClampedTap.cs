namespace PoolGen.Generator.Emit;

/// <summary>Where a tap is taken when a tap outside the input is replaced by the nearest one of the same window, for modes in which that changes nothing.</summary>
internal static class ClampedTap
{
    /// <summary>
    /// The position of a tap of the window that starts at the local <paramref name="start"/>. With a dilation the nearest tap is not the
    /// nearest element: then the locals <paramref name="first"/> and <paramref name="end"/> hold the taps inside the input.
    /// </summary>
    public static string Of(string start, string size, PoolAxis axis, int tap, string first = "firstTap", string end = "endTap") => axis.Dilation == 1
        ? $"Math.Min(Math.Max({KernelText.Plus(start, tap)}, 0), {size} - 1)"
        : $"({start} + (Math.Clamp({KernelText.Number(tap)}, {first}, {end} - 1) * {KernelText.Number(axis.Dilation)}))";
}
