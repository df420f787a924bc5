using System.Globalization;
using System.Runtime;
using PoolGen.Bench.Engines;
using PoolGen.Bench.MainJob;

namespace PoolGen.Bench.Cost;

/// <summary>
/// The job of a child process: it calls every kernel once and then until the runtime has compiled it for good, and writes how long
/// was spent on compiling. The parent has the runtime list the compiled methods.
/// </summary>
internal static class CompilationJob
{
    public const string Command = "cost-child";

    /// <summary>What the child says of a kernel: name, seconds of compiling for the first call, and for all calls after it.</summary>
    public const char Separator = '\t';

    private const int CallsPerRound = 40;
    private const int QuietRounds = 4;
    private const int MostRounds = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    public static void Run()
    {
        // What all kernels share is compiled with one that is not among them.
        Costs(new CostedKernel((PoolKernel<float>)PhotoPools.Kernels[0], CostedKernels.Photo));
        foreach (CostedKernel costed in CostedKernels.All)
        {
            (TimeSpan first, TimeSpan later) = Costs(costed);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{costed.Kernel.Name}{Separator}{first.TotalSeconds:R}{Separator}{later.TotalSeconds:R}"));
        }
    }

    private static (TimeSpan First, TimeSpan Later) Costs(CostedKernel costed)
    {
        using PoolBuffers buffers = new(costed.Workload);
        TimeSpan start = JitInfo.GetCompilationTime();
        costed.Kernel.Run(buffers.Input.Span, buffers.Output.Span, costed.Workload.Shape);
        TimeSpan first = JitInfo.GetCompilationTime();
        int quiet = 0;
        for (int round = 0; round < MostRounds && quiet < QuietRounds; round++)
        {
            long compiled = JitInfo.GetCompiledMethodCount();
            for (int call = 0; call < CallsPerRound; call++)
                costed.Kernel.Run(buffers.Input.Span, buffers.Output.Span, costed.Workload.Shape);

            // The compiler works in the background.
            Thread.Sleep(Pause);
            quiet = JitInfo.GetCompiledMethodCount() == compiled ? quiet + 1 : 0;
        }

        return (first - start, JitInfo.GetCompilationTime() - first);
    }
}
