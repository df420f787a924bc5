using System.Numerics;
using System.Runtime;
using PoolGen.Tests.Kernels;
using PoolGen.Tests.Support;

namespace PoolGen.Tests.Children;

/// <summary>
/// The child that calls every kernel until the runtime has compiled it for good. It writes the kernel methods that went into
/// their callers: their own code is then called no more and stays as it is.
/// </summary>
internal static class HotCalls
{
    public const string Task = "hot-calls";

    // Thirty calls bring a method to its instrumented code and thirty more to its last, and some methods serve one shape only.
    private const int CallsPerRound = 40;
    private const int LeastRounds = 3;
    private const int QuietRounds = 5;
    private const int MostRounds = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    // What a process uses in a pause that does nothing.
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(40);

    public static void Run(TextWriter log)
    {
        InlinedMethods inlined = new();
        List<Action> calls = [.. TestKernels.All.SelectMany(kernel => ElementTypes.Visit(kernel, new CallsOf()))];
        int still = 0;
        long compiled = 0;
        for (int round = 0; round < MostRounds && (round < LeastRounds || still < QuietRounds); round++)
        {
            foreach (Action call in calls)
            {
                for (int i = 0; i < CallsPerRound; i++)
                    call();
            }

            // The compiler works in the background: it is done when several pauses bring nothing new.
            Thread.Sleep(Pause);
            still = JitInfo.GetCompiledMethodCount() == compiled ? still + 1 : 0;
            compiled = JitInfo.GetCompiledMethodCount();
        }

        foreach (string method in inlined.Names())
            log.WriteLine(method);

        // A compiler that is still at work when the process ends writes to a list that is closed, and crashes. On a busy machine it takes its time
        // for a single large method, and only the time that the process uses shows that it is at work.
        inlined.Dispose();
        for (int quiet = 0; quiet < QuietRounds;)
        {
            compiled = JitInfo.GetCompiledMethodCount();
            TimeSpan used = Environment.CpuUsage.TotalTime;
            Thread.Sleep(Pause);
            bool works = JitInfo.GetCompiledMethodCount() != compiled || Environment.CpuUsage.TotalTime - used > Idle;
            quiet = works ? 0 : quiet + 1;
        }
    }

    private sealed class CallsOf : IKernelVisitor<IEnumerable<Action>>
    {
        public IEnumerable<Action> Visit<T>(PoolKernel<T> kernel)
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => TestShapes.Few(kernel).Where(shape => shape.Batch > 0).Select(shape =>
        {
            (T[] input, T[] output) = (new T[shape.Length], new T[kernel.Config.OutputShape(shape).Length]);
            return (Action)(() => kernel.Run(input, output, shape));
        });
    }
}
