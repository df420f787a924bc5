using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Figures;

/// <summary>Which workloads a figure is made of.</summary>
internal static class Selections
{
    /// <summary>From this window along one axis on, the work of a window and not the memory decides: such rows have a figure of their own.</summary>
    private const int LargeWindow = 64;

    public static bool All(Workload workload) => true;

    public static bool ChannelsFirst(Workload workload) => workload.Config.Layout == PoolLayout.ChannelsFirst;

    public static bool ChannelsLast(Workload workload) => workload.Config.Layout == PoolLayout.ChannelsLast;

    /// <summary>Max with stride 1 and the given window along the width, and along the height where there is one.</summary>
    public static Func<Workload, bool> SlidingMax(int window) => workload =>
    {
        PoolAxis height = workload.Config.Height, width = workload.Config.Width;
        return workload.Config.Mode == PoolMode.Max && width.Window == window && width.Stride == 1
            && (height.Window == window || workload.Shape.Height == 1) && height.Stride == 1;
    };

    /// <summary>Max above a number of bytes of input, without the large window over a signal.</summary>
    public static Func<Workload, bool> MaxAbove(long bytes) => workload => IsSharedMax(workload) && InputBytes(workload) > bytes;

    /// <summary>Max up to a number of bytes of input, without the large window over a signal.</summary>
    public static Func<Workload, bool> MaxUpTo(long bytes) => workload => IsSharedMax(workload) && InputBytes(workload) <= bytes;

    /// <summary>Exact averages with windows of more than two by two.</summary>
    public static bool LargerAverage(Workload workload) => workload.Config.Mode == PoolMode.Average && !IsTwoByTwo(workload);

    /// <summary>Averages of two by two above a number of bytes of input.</summary>
    public static Func<Workload, bool> SmallAverageAbove(long bytes) => workload => IsSmallAverage(workload) && InputBytes(workload) > bytes;

    /// <summary>Averages of two by two up to a number of bytes of input.</summary>
    public static Func<Workload, bool> SmallAverageUpTo(long bytes) => workload => IsSmallAverage(workload) && InputBytes(workload) <= bytes;

    public static Func<Workload, bool> InputBelow(long bytes) => workload => InputBytes(workload) < bytes;

    /// <summary>Whether two workloads compute the same, but for the order of the axes in memory.</summary>
    public static bool IsSameWork(Workload one, Workload other)
    {
        PoolConfig left = one.Config, right = other.Config;
        return one.Shape == other.Shape && left.Mode == right.Mode && left.Depth == right.Depth && left.Height == right.Height && left.Width == right.Width
            && left.CeilMode == right.CeilMode && left.CountIncludePad == right.CountIncludePad && left.DivisorOverride == right.DivisorOverride;
    }

    /// <summary>Whether two workloads pool the same map.</summary>
    public static bool IsSameInput(Workload one, Workload other) => one.Shape == other.Shape && one.Config.Layout == other.Config.Layout;

    private static bool IsSharedMax(Workload workload) =>
        workload.Config.Mode == PoolMode.Max && Math.Max(workload.Config.Height.Window, workload.Config.Width.Window) < LargeWindow;

    private static bool IsSmallAverage(Workload workload) => workload.Config.Mode == PoolMode.Average && IsTwoByTwo(workload);

    private static bool IsTwoByTwo(Workload workload) => workload.Config.Depth.Window == 1 && workload.Config.Height.Window == 2 && workload.Config.Width.Window == 2;

    private static long InputBytes(Workload workload) => (long)workload.Shape.Length * sizeof(float);
}
