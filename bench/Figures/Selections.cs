using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Figures;

/// <summary>Which workloads a figure is made of.</summary>
internal static class Selections
{
    /// <summary>From this window along one axis on, the work of a window and not the memory decides: such rows have a figure of their own.</summary>
    private const int LargeWindow = 64;

    /// <summary>Bytes of input that the outer cache holds hardly or not.</summary>
    private const long LargeInput = 8L << 20;

    public static bool All(Workload workload) => true;

    /// <summary>Windows that slide over maps in channels first; adaptive and global pooling have figures of their own.</summary>
    public static bool ChannelsFirst(Workload workload) => workload.Slides && workload.Config.Layout == PoolLayout.ChannelsFirst;

    /// <summary>The same in channels last.</summary>
    public static bool ChannelsLast(Workload workload) => workload.Slides && workload.Config.Layout == PoolLayout.ChannelsLast;

    /// <summary>Global pooling in channels first.</summary>
    public static bool Global(Workload workload) => workload.IsGlobal && workload.Config.Layout == PoolLayout.ChannelsFirst;

    /// <summary>Adaptive pooling of large maps to a few outputs.</summary>
    public static bool Adaptive(Workload workload) => !workload.Slides && !workload.IsGlobal && InputBytes(workload) > LargeInput;

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
    public static bool LargerAverage(Workload workload) => workload.Slides && workload.Config.Mode == PoolMode.Average && !IsTwoByTwo(workload);

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
        workload.Slides && workload.Config.Mode == PoolMode.Max && Math.Max(workload.Config.Height.Window, workload.Config.Width.Window) < LargeWindow;

    private static bool IsSmallAverage(Workload workload) => workload.Config.Mode == PoolMode.Average && IsTwoByTwo(workload);

    private static bool IsTwoByTwo(Workload workload) => workload.Config.Depth.Window == 1 && workload.Config.Height.Window == 2 && workload.Config.Width.Window == 2;

    private static long InputBytes(Workload workload) => (long)workload.Shape.Length * sizeof(float);
}
