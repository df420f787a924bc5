using System;
using System.ComponentModel;
using System.Numerics;

namespace PoolGen;

/// <summary>The generic loops: any configuration, any number type, no unrolling.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PoolFallback
{
    /// <summary>Computes some output rows of arguments that were checked before.</summary>
    /// <typeparam name="T">Any number.</typeparam>
    /// <exception cref="ArgumentException">An average of whole numbers that does not state its rounding, or a norm of whole numbers; nothing has been written.</exception>
    public static void Rows<T>(in PoolConfig config, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow)
        where T : INumber<T>
    {
        CheckElement<T>(config);
        Rows(config, new FallbackProblem(config, shape), input, output, firstRow, endRow);
    }

    /// <summary>Computes some output rows of a configuration that was checked before; of the spans, only where they start is used.</summary>
    internal static void Rows<T>(in PoolConfig config, in FallbackProblem problem, ReadOnlySpan<T> input, Span<T> output, int firstRow, int endRow)
        where T : INumber<T>
    {
        switch (config.Mode)
        {
            case PoolMode.Max:
                Extrema<T, LargestTap>(problem, input, output, firstRow, endRow);
                break;
            case PoolMode.Min:
                Extrema<T, SmallestTap>(problem, input, output, firstRow, endRow);
                break;
            case PoolMode.Sum when Elements<T>.AreWhole:
                WholeSums<T, UndividedSum>(problem, input, output, firstRow, endRow);
                break;
            case PoolMode.Sum:
                Sums<T, UndividedSum>(problem, input, output, firstRow, endRow);
                break;
            case PoolMode.Average when config.Quantization is PoolQuantization quantization:
                QuantizedMean<T> mean = new(quantization);
                Run<T, long, QuantizedMean<T>, long, QuantizedMean<T>>(mean, mean, problem, input, output, firstRow, endRow);
                break;
            case PoolMode.Average when Elements<T>.AreWhole:
                WholeAverages(config.Rounding!.Value, problem, input, output, firstRow, endRow);
                break;
            case PoolMode.Lp:
                Norm(config.Norm!.Value, problem, input, output, firstRow, endRow);
                break;
            default:
                Sums<T, DividedSum>(problem, input, output, firstRow, endRow);
                break;
        }
    }

    /// <summary>Refuses what the configuration lacks for the elements, in the words of the compile-time error.</summary>
    internal static void CheckElement<T>(in PoolConfig config)
        where T : INumber<T>
    {
        if (PoolConfigRules.Elements(config, Elements<T>.AreWhole, Elements<T>.Bytes) is PoolProblem problem)
            throw new ArgumentException(problem.Message, nameof(config));
    }

    private static void Extrema<T, TChoice>(in FallbackProblem problem, ReadOnlySpan<T> input, Span<T> output, int firstRow, int endRow)
        where T : INumber<T>
        where TChoice : struct, ITapChoice
    {
        if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported)
            Run<T, T, ExtremumOfOne<T, TChoice>, Vector<T>, ExtremumOfVector<T, TChoice>>(default, default, problem, input, output, firstRow, endRow);
        else
            Run<T, T, ExtremumOfOne<T, TChoice>, T, ExtremumOfOne<T, TChoice>>(default, default, problem, input, output, firstRow, endRow);
    }

    private static void Sums<T, TEnd>(in FallbackProblem problem, ReadOnlySpan<T> input, Span<T> output, int firstRow, int endRow)
        where T : INumber<T>
        where TEnd : struct, ISumEnd
    {
        if (typeof(T) == typeof(Half))
            Run<T, float, SumOfNarrow<T, TEnd>, float, SumOfNarrow<T, TEnd>>(default, default, problem, input, output, firstRow, endRow);
        else if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported)
            Run<T, T, SumOfOne<T, TEnd>, Vector<T>, SumOfVector<T, TEnd>>(default, default, problem, input, output, firstRow, endRow);
        else
            Run<T, T, SumOfOne<T, TEnd>, T, SumOfOne<T, TEnd>>(default, default, problem, input, output, firstRow, endRow);
    }

    private static void Norm<T>(float norm, in FallbackProblem problem, ReadOnlySpan<T> input, Span<T> output, int firstRow, int endRow)
        where T : INumber<T>
    {
        if (float.IsPositiveInfinity(norm))
        {
            Run<T, T, LargestMagnitude<T>, T, LargestMagnitude<T>>(default, default, problem, input, output, firstRow, endRow);
        }
        else if (typeof(T) == typeof(Half))
        {
            NormOfOne<T, float> rule = new(norm);
            Run<T, float, NormOfOne<T, float>, float, NormOfOne<T, float>>(rule, rule, problem, input, output, firstRow, endRow);
        }
        else
        {
            NormOfOne<T, T> rule = new(norm);
            Run<T, T, NormOfOne<T, T>, T, NormOfOne<T, T>>(rule, rule, problem, input, output, firstRow, endRow);
        }
    }

    private static void WholeAverages<T>(PoolRounding rounding, in FallbackProblem problem, ReadOnlySpan<T> input, Span<T> output, int firstRow, int endRow)
        where T : INumber<T>
    {
        switch (rounding)
        {
            case PoolRounding.HalfEven:
                WholeSums<T, RoundedSum<RoundHalfEven>>(problem, input, output, firstRow, endRow);
                break;
            case PoolRounding.HalfAwayFromZero:
                WholeSums<T, RoundedSum<RoundHalfAwayFromZero>>(problem, input, output, firstRow, endRow);
                break;
            default:
                WholeSums<T, RoundedSum<RoundTowardZero>>(problem, input, output, firstRow, endRow);
                break;
        }
    }

    /// <summary>Runs rules as they are, or clamped one output at a time.</summary>
    private static void Run<T, TOne, TOneRule, TMany, TManyRule>(
        in TOneRule one, in TManyRule many, in FallbackProblem problem, ReadOnlySpan<T> input, Span<T> output, int firstRow, int endRow)
        where T : INumber<T>
        where TOne : INumber<TOne>
        where TOneRule : struct, IFallbackRule<T, TOne>
        where TManyRule : struct, IFallbackRule<T, TMany>
    {
        if (problem.Fusion is not { Clamps: true } fusion)
        {
            FallbackLoops<T, TOne, TOneRule, TMany, TManyRule>.Rows(one, many, problem, input, output, firstRow, endRow);
        }
        else if (fusion.ClampsTaps)
        {
            ClampedTaps<T, TOne, TOneRule> rule = new(one, NumberClamp<T>.Of<T>(fusion));
            FallbackLoops<T, TOne, ClampedTaps<T, TOne, TOneRule>, TOne, ClampedTaps<T, TOne, TOneRule>>.Rows(rule, rule, problem, input, output, firstRow, endRow);
        }
        else
        {
            // A quotient that whole numbers of a fixed size do not hold is one that is clamped.
            bool fits = Elements<T>.AreWhole && typeof(T) != typeof(BigInteger);
            ClampedEnds<T, TOne, TOneRule> rule = new(one, NumberClamp<TOne>.Of<T>(fusion, fits));
            FallbackLoops<T, TOne, ClampedEnds<T, TOne, TOneRule>, TOne, ClampedEnds<T, TOne, TOneRule>>.Rows(rule, rule, problem, input, output, firstRow, endRow);
        }
    }

    /// <summary>A shape has fewer than 2³¹ elements, so the sum of 32-bit numbers fits 64 bits, and that of 64-bit numbers 128.</summary>
    private static void WholeSums<T, TEnd>(in FallbackProblem problem, ReadOnlySpan<T> input, Span<T> output, int firstRow, int endRow)
        where T : INumber<T>
        where TEnd : struct, IWholeSumEnd
    {
        if (typeof(T) == typeof(sbyte) || typeof(T) == typeof(byte) || typeof(T) == typeof(short) || typeof(T) == typeof(ushort)
            || typeof(T) == typeof(char) || typeof(T) == typeof(int) || typeof(T) == typeof(uint))
        {
            Run<T, long, SumOfWhole<T, long, TEnd>, long, SumOfWhole<T, long, TEnd>>(default, default, problem, input, output, firstRow, endRow);
        }
        else if (typeof(T) == typeof(long) || typeof(T) == typeof(ulong) || typeof(T) == typeof(nint) || typeof(T) == typeof(nuint))
        {
            Run<T, Int128, SumOfWhole<T, Int128, TEnd>, Int128, SumOfWhole<T, Int128, TEnd>>(default, default, problem, input, output, firstRow, endRow);
        }
        else
        {
            Run<T, BigInteger, SumOfWhole<T, BigInteger, TEnd>, BigInteger, SumOfWhole<T, BigInteger, TEnd>>(default, default, problem, input, output, firstRow, endRow);
        }
    }
}
