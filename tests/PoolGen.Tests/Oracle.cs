using System.Numerics;

namespace PoolGen.Tests;

/// <summary>
/// Pooling written as slowly and plainly as the contract reads: windows are found one by one, every tap is asked whether it lies
/// in the image. It shares nothing with the product but the plain properties of a configuration and of a shape.
/// </summary>
internal static class Oracle
{
    /// <summary>
    /// The number of windows along an axis, found one after another: a window counts while it fits the padded axis; in ceil mode
    /// one more counts where the windows so far leave elements or padding uncovered and it starts inside the axis or the padding before it.
    /// </summary>
    public static int Windows(PoolAxis axis, int size, bool ceilMode)
    {
        if (axis.Outputs != 0)
            return axis.Outputs;
        if (axis.AutoPadding != PoolAutoPadding.None)
            return (size + axis.Stride - 1) / axis.Stride;

        int reach = ((axis.Window - 1) * axis.Dilation) + 1;
        int paddedEnd = size + axis.PaddingAfter;
        int count = 0;
        int start = -axis.PaddingBefore;
        while (start + reach <= paddedEnd)
        {
            count++;
            start += axis.Stride;
        }

        // The end of the last window that fits; without one, the place that a first window would have to follow on.
        int covered = start - axis.Stride + reach;
        return ceilMode && covered < paddedEnd && start < size ? count + 1 : count;
    }

    /// <summary>Whether the contract lets the configuration pool this shape: every axis gives output and every window holds an element.</summary>
    public static bool Accepts(PoolConfig config, PoolShape shape) =>
        Accepts(config.Depth, shape.Depth, config.CeilMode)
        && Accepts(config.Height, shape.Height, config.CeilMode)
        && Accepts(config.Width, shape.Width, config.CeilMode);

    /// <summary>The shape of the output.</summary>
    public static PoolShape OutputShape(PoolConfig config, PoolShape shape) => new(
        shape.Batch,
        shape.Channels,
        Windows(config.Depth, shape.Depth, config.CeilMode),
        Windows(config.Height, shape.Height, config.CeilMode),
        Windows(config.Width, shape.Width, config.CeilMode));

    /// <summary>Pools a whole batch; <paramref name="input"/> lies in the configuration's layout, and so does the result.</summary>
    public static T[] Pool<T>(PoolConfig config, PoolShape shape, ReadOnlySpan<T> input)
        where T : INumber<T>
    {
        config = Stated(config, shape);
        PoolShape pooled = OutputShape(config, shape);
        T[] output = new T[pooled.Batch * pooled.Channels * pooled.Depth * pooled.Height * pooled.Width];
        T[] taps = new T[Most(config.Depth, shape.Depth) * Most(config.Height, shape.Height) * Most(config.Width, shape.Width)];
        for (int n = 0; n < pooled.Batch; n++)
        {
            for (int c = 0; c < pooled.Channels; c++)
            {
                for (int z = 0; z < pooled.Depth; z++)
                {
                    for (int y = 0; y < pooled.Height; y++)
                    {
                        for (int x = 0; x < pooled.Width; x++)
                            output[Place(config.Layout, pooled, n, c, z, y, x)] = Window(config, shape, input, n, c, z, y, x, taps);
                    }
                }
            }
        }

        return output;
    }

    /// <summary>Where an element lies in memory.</summary>
    public static int Place(PoolLayout layout, PoolShape shape, int n, int c, int z, int y, int x) =>
        layout == PoolLayout.ChannelsFirst
            ? (((((((n * shape.Channels) + c) * shape.Depth) + z) * shape.Height) + y) * shape.Width) + x
            : (((((((n * shape.Depth) + z) * shape.Height) + y) * shape.Width) + x) * shape.Channels) + c;

    /// <summary>TensorFlow's "same": padding so that the last window, which starts at the last multiple of the stride, is whole.</summary>
    public static PoolAxis Stated(PoolAxis axis, int size)
    {
        if (axis.AutoPadding == PoolAutoPadding.None)
            return axis;
        int outputs = (size + axis.Stride - 1) / axis.Stride;
        int total = Math.Max(0, ((outputs - 1) * axis.Stride) + ((axis.Window - 1) * axis.Dilation) + 1 - size);
        int half = total / 2;
        return axis.AutoPadding == PoolAutoPadding.SameUpper
            ? axis with { AutoPadding = PoolAutoPadding.None, PaddingBefore = half, PaddingAfter = total - half }
            : axis with { AutoPadding = PoolAutoPadding.None, PaddingBefore = total - half, PaddingAfter = half };
    }

    private static PoolConfig Stated(PoolConfig config, PoolShape shape) => PoolConfig.Create(
        config.Mode,
        Stated(config.Depth, shape.Depth),
        Stated(config.Height, shape.Height),
        Stated(config.Width, shape.Width),
        new PoolOptions
        {
            Layout = config.Layout,
            CeilMode = config.CeilMode,
            CountIncludePad = config.CountIncludePad,
            DivisorOverride = config.DivisorOverride,
            AllowReassociation = config.AllowReassociation,
            Rounding = config.Rounding,
            Norm = config.Norm,
            Activation = config.Activation,
            ActivationStage = config.ActivationStage,
            ClampLowest = config.ClampLowest,
            ClampLargest = config.ClampLargest,
            Quantization = config.Quantization,
        });

    /// <summary>The most taps of a window along an axis.</summary>
    private static int Most(PoolAxis axis, int size) => axis.Outputs != 0 ? size : axis.Window;

    private static bool Accepts(PoolAxis axis, int size, bool ceilMode)
    {
        if (axis.Outputs != 0)
            return true;
        axis = Stated(axis, size);
        int windows = Windows(axis, size, ceilMode);
        for (int i = 0; i < windows; i++)
        {
            bool any = false;
            for (int tap = 0; tap < axis.Window; tap++)
                any |= Position(axis, i, tap) is int place && place >= 0 && place < size;
            if (!any)
                return false;
        }

        return windows > 0;
    }

    private static int Position(PoolAxis axis, int window, int tap) => (window * axis.Stride) - axis.PaddingBefore + (tap * axis.Dilation);

    private static T Window<T>(PoolConfig config, PoolShape shape, ReadOnlySpan<T> input, int n, int c, int z, int y, int x, T[] taps)
        where T : INumber<T>
    {
        if (config.Depth.Outputs + config.Height.Outputs + config.Width.Outputs != 0)
            return Adaptive(config, shape, input, n, c, z, y, x);

        int inside = 0, insidePadding = 0;
        for (int tap = 0; tap < config.Depth.Window * config.Height.Window * config.Width.Window; tap++)
        {
            int slice = Position(config.Depth, z, tap / config.Width.Window / config.Height.Window);
            int row = Position(config.Height, y, tap / config.Width.Window % config.Height.Window);
            int column = Position(config.Width, x, tap % config.Width.Window);
            if (slice < shape.Depth + config.Depth.PaddingAfter && row < shape.Height + config.Height.PaddingAfter && column < shape.Width + config.Width.PaddingAfter)
                insidePadding++;
            if (slice < 0 || slice >= shape.Depth || row < 0 || row >= shape.Height || column < 0 || column >= shape.Width)
                continue;
            taps[inside++] = input[Place(config.Layout, shape, n, c, slice, row, column)];
        }

        FusionOracle.Before(config, taps.AsSpan(0, inside));
        ReadOnlySpan<T> valid = taps.AsSpan(0, inside);
        return FusionOracle.After(config, config.Mode switch
        {
            PoolMode.Max => Largest(valid),
            PoolMode.Min => Smallest(valid),
            PoolMode.Sum => Sum(valid, divisor: null, config),
            PoolMode.Lp => NormOracle.Of(valid, valid.Length, config.Norm!.Value),
            _ => Sum(valid, config.DivisorOverride ?? (config.CountIncludePad ? insidePadding : inside), config),
        });
    }

    /// <summary>
    /// The places of a window along an axis: those of an adaptive one are the whole numbers p with index * size / outputs - 1 &lt; p &lt; (index + 1) * size / outputs.
    /// </summary>
    private static IEnumerable<int> Places(PoolAxis axis, int size, int index)
    {
        for (int place = 0; place < size; place++)
        {
            bool inside = axis.Outputs != 0
                ? (place + 1L) * axis.Outputs > (long)index * size && (long)place * axis.Outputs < (index + 1L) * size
                : Enumerable.Range(0, axis.Window).Any(tap => Position(axis, index, tap) == place);
            if (inside)
                yield return place;
        }
    }

    /// <summary>Each column of a window from top to bottom, and then the columns from left to right.</summary>
    private static T Adaptive<T>(PoolConfig config, PoolShape shape, ReadOnlySpan<T> input, int n, int c, int z, int y, int x)
        where T : INumber<T>
    {
        int[] slices = [.. Places(config.Depth, shape.Depth, z)], rows = [.. Places(config.Height, shape.Height, y)], columns = [.. Places(config.Width, shape.Width, x)];
        T[] taps = new T[slices.Length * rows.Length * columns.Length];
        int next = 0;
        int divisor = config.DivisorOverride
            ?? Counted(config.Depth, shape.Depth, z, slices) * Counted(config.Height, shape.Height, y, rows) * Counted(config.Width, shape.Width, x, columns);
        foreach (int column in columns)
        {
            foreach (int slice in slices)
            {
                foreach (int row in rows)
                    taps[next++] = input[Place(config.Layout, shape, n, c, slice, row, column)];
            }
        }

        FusionOracle.Before(config, taps.AsSpan());
        bool whole = T.IsZero(T.One / (T.One + T.One));
        return FusionOracle.After(config, config.Mode switch
        {
            PoolMode.Max => Largest<T>(taps),
            PoolMode.Min => Smallest<T>(taps),
            PoolMode.Lp => NormOracle.Of<T>(taps, taps.Length / columns.Length, config.Norm!.Value),
            _ when whole => Sum<T>(taps, config.Mode == PoolMode.Sum ? null : divisor, config),
            _ => InColumns(taps, taps.Length / columns.Length, config.Mode == PoolMode.Sum ? null : divisor),
        });

        // An axis with a window beside the adaptive ones counts its padding where the configuration does.
        int Counted(PoolAxis axis, int size, int index, int[] inside) => axis.Outputs != 0 || !config.CountIncludePad
            ? inside.Length
            : Enumerable.Range(0, axis.Window).Count(tap => Position(axis, index, tap) < size + axis.PaddingAfter);
    }

    private static T InColumns<T>(T[] taps, int length, int? divisor)
        where T : INumber<T>
    {
        if (typeof(T) == typeof(Half))
            return T.Zero + T.CreateChecked(InColumns(Array.ConvertAll(taps, float.CreateChecked), length, divisor));
        T total = T.Zero;
        foreach (T[] column in taps.Chunk(length))
        {
            T sum = T.Zero;
            foreach (T tap in column)
                sum += tap;
            total += sum;
        }

        return T.Zero + (divisor is int by ? total / T.CreateTruncating(by) : total);
    }

    /// <summary>PyTorch's maximum takes what is larger or NaN.</summary>
    internal static T Largest<T>(ReadOnlySpan<T> taps)
        where T : INumber<T>
    {
        T largest = taps[0];
        foreach (T tap in taps)
        {
            if (tap > largest || T.IsNaN(tap))
                largest = tap;
        }

        return largest;
    }

    private static T Smallest<T>(ReadOnlySpan<T> taps)
        where T : INumber<T>
    {
        T smallest = taps[0];
        foreach (T tap in taps)
        {
            if (tap < smallest || T.IsNaN(tap))
                smallest = tap;
        }

        return smallest;
    }

    /// <summary>
    /// The taps one after the other from +0 on, divided once. Halves are summed and divided in float and rounded once; whole numbers are
    /// summed exactly, and what does not fit keeps its low bits.
    /// </summary>
    private static T Sum<T>(ReadOnlySpan<T> taps, int? divisor, PoolConfig config)
        where T : INumber<T>
    {
        if (typeof(T) == typeof(Half))
        {
            float sum = 0;
            foreach (T tap in taps)
                sum += float.CreateChecked(tap);
            return T.Zero + T.CreateChecked(divisor is int by ? sum / by : sum);
        }

        if (T.IsZero(T.One / (T.One + T.One)))
        {
            Int128 sum = 0;
            foreach (T tap in taps)
                sum += Int128.CreateChecked(tap);
            if (config.Quantization is PoolQuantization quantization)
                return T.CreateTruncating(FusionOracle.Quantized<T>(quantization, (long)sum - ((long)taps.Length * quantization.InputZeroPoint), divisor!.Value));

            if (divisor is not int by)
                return T.CreateTruncating(sum);

            // Before an activation what does not fit is the end of the range.
            Int128 quotient = Rounded(sum, by, config.Rounding!.Value);
            bool activated = config.Activation != PoolActivation.None && config.ActivationStage == PoolStage.After;
            return activated ? T.CreateSaturating(quotient) : T.CreateTruncating(quotient);
        }

        T total = T.Zero;
        foreach (T tap in taps)
            total += tap;

        // A quotient of -0 (an underflow, or a zero by a negative divisor) comes out as +0: the contract promises never -0.
        return divisor is int count ? T.Zero + (total / T.CreateTruncating(count)) : total;
    }

    /// <summary>The quotient by the definition: the nearest whole number, found from the whole number below and its distance.</summary>
    private static Int128 Rounded(Int128 sum, Int128 divisor, PoolRounding rounding)
    {
        if (divisor < 0)
            (sum, divisor) = (-sum, -divisor);
        Int128 below = (sum - (((sum % divisor) + divisor) % divisor)) / divisor;
        Int128 twiceAbove = 2 * (sum - (below * divisor));
        bool exact = twiceAbove == 0, half = twiceAbove == divisor;
        bool up = rounding switch
        {
            PoolRounding.HalfEven => half ? Int128.IsOddInteger(below) : twiceAbove > divisor,
            PoolRounding.HalfAwayFromZero => half ? sum > 0 : twiceAbove > divisor,
            _ => !exact && sum < 0,
        };
        return up ? below + 1 : below;
    }
}
