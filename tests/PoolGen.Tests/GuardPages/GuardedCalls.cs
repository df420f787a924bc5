using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using PoolGen.Tests.Kernels;
using PoolGen.Tests.Support;
using PoolGen.Tests.Tensors;

namespace PoolGen.Tests.GuardPages;

/// <summary>The child that calls every kernel with spans between guard pages. It names each call before it makes it.</summary>
internal static class GuardedCalls
{
    public const string Task = "guarded-calls";
    public const string ReadBehindTask = "read-behind";
    public const string WriteBeforeTask = "write-before";
    public const string Finished = "finished";

    // Views that are tried.
    private const int Views = 500;

    // Holds the largest input and output of the shapes that kernels are tried on.
    private const int Bytes = 1 << 23;

    /// <summary>Calls every kernel on every shape, with both spans at the start and both at the end of their memory.</summary>
    public static void Run(TextWriter log)
    {
        using GuardedMemory input = new(Bytes);
        using GuardedMemory output = new(Bytes);

        // The same elements serve every call, so the input can be kept from writes as well.
        Span<float> elements = MemoryMarshal.Cast<byte, float>(input.All);
        for (int i = 0; i < elements.Length; i++)
            elements[i] = (i * 7 % 19) - 9;
        input.MakeReadOnly();

        foreach (PoolKernel kernel in TestKernels.All)
        {
            foreach (PoolShape shape in TestShapes.For(kernel).Accepted)
                ElementTypes.Visit(kernel, new CallOf(shape, input, output, log));
        }

        CallViews(input, output, log);
        log.WriteLine(Finished);
    }

    /// <summary>Calls the everyday kernels over views with gaps, whose first and last elements lie beside the guards.</summary>
    private static void CallViews(GuardedMemory input, GuardedMemory output, TextWriter log)
    {
        Random random = new(1);
        for (int call = 0; call < Views;)
        {
            PoolConfig config = PoolDispatcher.Default.Kernels[random.Next(PoolDispatcher.Default.Kernels.Count)].Config;
            PoolShape shape = new(random.Next(1, 3), random.Next(1, 20), 1, random.Next(1, 30), random.Next(1, 40));
            if (!Oracle.Accepts(config, shape))
                continue;
            View from = View.Random(View.LengthsOf(config.Layout, shape, 4), random) with { Start = 0 };
            View to = View.Random(View.LengthsOf(config.Layout, Oracle.OutputShape(config, shape), 4), random) with { Start = 0 };
            int read = from.Places().Max() + 1, written = to.Places().Max() + 1;
            foreach (bool atEnd in (bool[])[true, false])
            {
                log.WriteLine($"{config} {shape}, view {from} to {to}, at the {(atEnd ? "end" : "start")}");
                log.Flush();
                PoolDispatcher.Default.Run(
                    config,
                    new ReadOnlyTensorSpan<float>(atEnd ? input.AtEnd<float>(read) : input.AtStart<float>(read), from.Lengths, from.Strides),
                    new TensorSpan<float>(atEnd ? output.AtEnd<float>(written) : output.AtStart<float>(written), to.Lengths, to.Strides));
            }

            call++;
        }
    }

    /// <summary>Reads one element too far: shows that the guard behind the memory ends a process.</summary>
    public static void ReadBehind(TextWriter log)
    {
        using GuardedMemory memory = new(Bytes);
        log.WriteLine(ReadBehindTask);
        log.Flush();
        ref float last = ref memory.AtEnd<float>(1)[0];
        log.WriteLine(System.Runtime.CompilerServices.Unsafe.Add(ref last, 1));
        log.WriteLine(Finished);
    }

    /// <summary>Writes one element too early: shows that the guard before the memory ends a process.</summary>
    public static void WriteBefore(TextWriter log)
    {
        using GuardedMemory memory = new(Bytes);
        log.WriteLine(WriteBeforeTask);
        log.Flush();
        ref float first = ref memory.AtStart<float>(1)[0];
        System.Runtime.CompilerServices.Unsafe.Subtract(ref first, 1) = 1;
        log.WriteLine(Finished);
    }

    private static void Call<T>(PoolKernel<T> kernel, PoolShape shape, GuardedMemory input, GuardedMemory output, TextWriter log)
        where T : unmanaged, INumber<T>
    {
        int length = Oracle.OutputShape(kernel.Config, shape).Length;
        string name = TestKernels.NameOf(kernel);

        log.WriteLine($"{name} {shape}, spans at the end");
        log.Flush();
        kernel.Run(input.AtEnd<T>(shape.Length), output.AtEnd<T>(length), shape);
        log.WriteLine($"{name} {shape}, spans at the start");
        log.Flush();
        kernel.Run(input.AtStart<T>(shape.Length), output.AtStart<T>(length), shape);
    }

    private sealed record CallOf(PoolShape Shape, GuardedMemory Input, GuardedMemory Output, TextWriter Log) : IKernelVisitor<bool>
    {
        public bool Visit<T>(PoolKernel<T> kernel)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            Call(kernel, Shape, Input, Output, Log);
            return true;
        }
    }
}
