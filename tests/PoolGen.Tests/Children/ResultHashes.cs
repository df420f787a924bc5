using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using PoolGen.Tests.Kernels;
using PoolGen.Tests.Support;

namespace PoolGen.Tests.Children;

/// <summary>The child that writes which vectors the runtime uses, and then one hash of the results of every kernel.</summary>
internal static class ResultHashes
{
    public const string Task = "result-hashes";
    public const string ThreadsDiffer = "threads differ";
    public const string TooSmall = "too small for threads";

    private static readonly int[] Threads = [1, 2, 5];

    public static void Write(TextWriter log)
    {
        log.WriteLine(Widths.Widest);
        foreach (PoolKernel kernel in TestKernels.All)
        {
            log.WriteLine($"{TestKernels.NameOf(kernel)}: {ElementTypes.Visit(kernel, new HashesOf())}");
        }
    }

    private static string Of<T>(PoolKernel<T> kernel)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        ulong small = 0;
        List<PoolShape> shapes = TestShapes.Few(kernel);
        for (int i = 0; i < shapes.Count; i++)
        {
            T[] result = new T[kernel.Config.OutputShape(shapes[i]).Length];
            kernel.Run(Inputs.Make<T>(TestShapes.DataFor(kernel.Config, i), i, shapes[i].Length), result, shapes[i]);
            small = Hash(small, kernel.Config.Mode, result);
        }

        if (TestShapes.Large(kernel, Threads[^1]) is not PoolShape large)
            return $"{Text(small)}, {TooSmall}";

        T[] input = Inputs.Make<T>(Data.Special, seed: 1, large.Length);
        string[] distinct =
        [
            .. Threads.Select(threads =>
            {
                T[] result = new T[kernel.Config.OutputShape(large).Length];
                new PoolDispatcher([kernel]) { MaxDegreeOfParallelism = threads }.Run(kernel.Config, large, input, result);
                return Text(Hash(0, kernel.Config.Mode, result));
            }).Distinct(),
        ];
        return $"{Text(small)}, {(distinct.Length == 1 ? "" : ThreadsDiffer + " ")}{string.Join(' ', distinct)}";
    }

    /// <summary>FNV-1a of what the contract promises: not the payload and sign of a NaN, nor the sign of a maximum's zero.</summary>
    private static ulong Hash<T>(ulong hash, PoolMode mode, ReadOnlySpan<T> result)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        foreach (T value in result)
        {
            T promised = T.IsNaN(value) ? T.MaxValue : Same.IgnoresZeroSign(mode) && T.IsZero(value) ? T.Zero : value;
            foreach (byte part in MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in promised)))
                hash = (hash ^ part) * 0x100000001B3;
        }

        return hash ^ (ulong)result.Length;
    }

    private static string Text(ulong hash) => hash.ToString("X16", CultureInfo.InvariantCulture);

    private sealed class HashesOf : IKernelVisitor<string>
    {
        public string Visit<T>(PoolKernel<T> kernel)
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => Of(kernel);
    }
}
