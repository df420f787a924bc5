using System.Runtime.InteropServices;
using PoolGen.Bench.Comparison;
using PoolGen.Bench.Workloads;
using TorchSharp;
using static TorchSharp.torch;

namespace PoolGen.Bench.Engines;

/// <summary>
/// PyTorch's kernels through TorchSharp, in one of its two memory formats whatever the layout of the workload. Every call allocates its
/// output: there is no other way to call them.
/// </summary>
internal sealed class TorchEngine(PoolLayout layout) : IPoolEngine
{
    private static readonly string[] NativeLibraries = ["torch_cpu", "LibTorchSharp"];

    public string Name => layout == PoolLayout.ChannelsFirst ? PoolEngines.TorchFirst : PoolEngines.TorchLast;

    public string Version => torch.__version__;

    /// <summary>Why PyTorch cannot be used here, or null when it can; it is then limited to the given number of threads.</summary>
    public static string? Refusal(int threads)
    {
        try
        {
            // Loaded here first: where TorchSharp itself fails, it prints some forty lines.
            foreach (string library in NativeLibraries)
                NativeLibrary.Load(library, typeof(torch).Assembly, searchPath: null);
            set_num_threads(threads);
            return null;
        }
        catch (Exception problem) when (problem is DllNotFoundException or BadImageFormatException or TypeInitializationException or NotSupportedException)
        {
            return Reason(problem.Message);
        }
    }

    /// <summary>The message has a line for each place that was searched; the one that tells of another problem than absence says why.</summary>
    private static string Reason(string message)
    {
        string[] lines = message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Skip(1).FirstOrDefault(line => !line.Contains("cannot open shared object file", StringComparison.Ordinal)) ?? lines[0];
    }

    /// <summary>Both sides of an axis have the same padding in PyTorch, and at most half the window.</summary>
    public bool CanRun(Workload workload) => workload.Element == typeof(float) && workload.Axes.All(IsAllowed);

    public PreparedPool Prepare(Workload workload, PoolBuffers buffers) => new Prepared(workload, buffers, layout);

    private static bool IsAllowed(PoolAxis axis) => axis.PaddingBefore == axis.PaddingAfter && axis.PaddingBefore <= axis.EffectiveWindow / 2;

    private sealed class Prepared(Workload workload, PoolBuffers buffers, PoolLayout layout) : PreparedPool
    {
        private readonly Tensor input = Copy(workload, buffers, layout);
        private readonly PoolConfig config = workload.Config;
        private readonly long[] window = [.. workload.Axes.Select(axis => (long)axis.Window)];
        private readonly long[] stride = [.. workload.Axes.Select(axis => (long)axis.Stride)];
        private readonly long[] padding = [.. workload.Axes.Select(axis => (long)axis.PaddingBefore)];
        private readonly long[] dilation = [.. workload.Axes.Select(axis => (long)axis.Dilation)];

        public override void Run(int times)
        {
            for (int time = 0; time < times; time++)
                Pool().Dispose();
        }

        public override void RunIntoOutput()
        {
            // The axes of a tensor are named in channels-first order, whatever its memory format.
            using Tensor output = Pool();
            using Tensor named = config.Layout == PoolLayout.ChannelsFirst ? output.alias() : output.permute(workload.IsVolume ? [0, 2, 3, 4, 1] : [0, 2, 3, 1]);
            using Tensor ordered = named.contiguous();
            ordered.bytes.CopyTo(MemoryMarshal.AsBytes(buffers.Output.Span));
        }

        public override void Dispose()
        {
            input.Dispose();
            base.Dispose();
        }

        private Tensor Pool() => (config.Mode, workload.IsVolume) switch
        {
            (PoolMode.Max, false) when config.IsAdaptive => nn.functional.adaptive_max_pool2d(input, Outputs()),
            (_, false) when config.IsAdaptive => nn.functional.adaptive_avg_pool2d(input, Outputs()),
            (PoolMode.Max, false) => nn.functional.max_pool2d(input, window, stride, padding, dilation, config.CeilMode),
            (PoolMode.Max, true) => nn.functional.max_pool3d(input, window, stride, padding, dilation, config.CeilMode),
            (_, false) => nn.functional.avg_pool2d(input, window, stride, padding, config.CeilMode, config.CountIncludePad, config.DivisorOverride),
            (_, true) => nn.functional.avg_pool3d(input, window, stride, padding, config.CeilMode, config.CountIncludePad, config.DivisorOverride),
        };

        private long[] Outputs() => [workload.OutputShape.Height, workload.OutputShape.Width];

        private static Tensor Copy(Workload workload, PoolBuffers buffers, PoolLayout layout)
        {
            PoolShape shape = workload.Shape;
            float[] values = new float[shape.Length];
            LayoutOrder.Copy(shape, workload.Config.Layout, buffers.Input.Span, layout, values);
            if (layout == PoolLayout.ChannelsFirst)
                return tensor(values, workload.Sizes(shape));

            // What PyTorch calls channels_last: the same names of the axes over channels-last memory.
            using Tensor last = tensor(values, [shape.Batch, .. workload.Sizes(shape)[2..], shape.Channels]);
            return last.permute(workload.IsVolume ? [0, 4, 1, 2, 3] : [0, 3, 1, 2]);
        }
    }
}
