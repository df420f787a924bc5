using System.Runtime.InteropServices;
using PoolGen.Bench.Workloads;
using TorchSharp;
using static TorchSharp.torch;

namespace PoolGen.Bench.Engines;

/// <summary>PyTorch's kernels through TorchSharp, in the workload's own layout. Every call allocates its output: there is no other way to call them.</summary>
internal sealed class TorchEngine : IPoolEngine
{
    private static readonly string[] NativeLibraries = ["torch_cpu", "LibTorchSharp"];

    public string Name => "libtorch";

    /// <summary>Why libtorch cannot be used here, or null when it can; it is then limited to the given number of threads.</summary>
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

    /// <summary>Both sides of an axis have the same padding in PyTorch.</summary>
    public bool CanRun(Workload workload) => IsSymmetric(workload.Config.Height) && IsSymmetric(workload.Config.Width);

    public PreparedPool Prepare(Workload workload, PoolBuffers buffers) => new Prepared(workload, buffers);

    private static bool IsSymmetric(PoolAxis axis) => axis.PaddingBefore == axis.PaddingAfter;

    private sealed class Prepared(Workload workload, PoolBuffers buffers) : PreparedPool
    {
        private readonly Tensor input = Copy(workload, buffers);
        private readonly PoolConfig config = workload.Config;
        private readonly long[] window = [workload.Config.Height.Window, workload.Config.Width.Window];
        private readonly long[] stride = [workload.Config.Height.Stride, workload.Config.Width.Stride];
        private readonly long[] padding = [workload.Config.Height.PaddingBefore, workload.Config.Width.PaddingBefore];
        private readonly long[] dilation = [workload.Config.Height.Dilation, workload.Config.Width.Dilation];

        public override void Run(int times)
        {
            for (int time = 0; time < times; time++)
            {
                using Tensor output = config.Mode == PoolMode.Max
                    ? nn.functional.max_pool2d(input, window, stride, padding, dilation, config.CeilMode)
                    : nn.functional.avg_pool2d(input, window, stride, padding, config.CeilMode, config.CountIncludePad, config.DivisorOverride);
            }
        }

        public override void Dispose()
        {
            input.Dispose();
            base.Dispose();
        }

        private static Tensor Copy(Workload workload, PoolBuffers buffers)
        {
            PoolShape shape = workload.Shape;
            float[] values = buffers.Input.Span.ToArray();
            if (workload.Config.Layout == PoolLayout.ChannelsFirst)
                return tensor(values, [shape.Batch, shape.Channels, shape.Height, shape.Width]);

            // The axes are named in PyTorch's order and stay channels last in memory.
            using Tensor channelsLast = tensor(values, [shape.Batch, shape.Height, shape.Width, shape.Channels]);
            return channelsLast.permute(0, 3, 1, 2);
        }
    }
}
