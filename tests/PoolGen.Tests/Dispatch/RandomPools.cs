using System.Numerics;
using CsCheck;

namespace PoolGen.Tests.Dispatch;

/// <summary>Random configurations, shapes and numbers.</summary>
internal static class RandomPools
{
    /// <summary>An axis with small numbers; every fourth or so has no padding.</summary>
    public static readonly Gen<PoolAxis> Axis =
        from window in Gen.Int[1, 5]
        from stride in Gen.Int[1, 4]
        from dilation in Gen.Int[1, 3]
        let most = (window - 1) * dilation
        from padded in Gen.Bool
        from before in Gen.Int[0, padded ? most : 0]
        from after in Gen.Int[0, padded ? most : 0]
        select new PoolAxis(window, stride) { Dilation = dilation, PaddingBefore = before, PaddingAfter = after };

    /// <summary>Options of every kind.</summary>
    public static readonly Gen<PoolOptions> Options =
        from layout in Gen.Int[0, 1]
        from ceil in Gen.Bool
        from include in Gen.Bool
        from divisor in Gen.OneOf(new int?[] { null, null, null, -3, 1, 7, int.MaxValue, int.MinValue })
        from reassociate in Gen.Bool
        select new PoolOptions
        {
            Layout = (PoolLayout)layout,
            CeilMode = ceil,
            CountIncludePad = include,
            DivisorOverride = divisor,
            AllowReassociation = reassociate,
        };

    /// <summary>Two-dimensional pooling of either mode.</summary>
    public static readonly Gen<PoolConfig> Config =
        from mode in Gen.Int[0, 1]
        from height in Axis
        from width in Axis
        from options in Options
        select PoolConfig.Create((PoolMode)mode, height, width, options);

    /// <summary>A shape with widths and channels around every vector width.</summary>
    public static readonly Gen<PoolShape> Shape =
        from batch in Gen.Int[0, 2]
        from channels in Gen.Int[1, 37]
        from height in Gen.Int[1, 9]
        from width in Gen.Int[1, 37]
        select new PoolShape(batch, channels, height, width);

    /// <summary>Numbers with special ones among them, the same for the same seed.</summary>
    public static T[] Numbers<T>(int count, int seed)
        where T : INumber<T>
    {
        double[] special = [0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, float.Epsilon, -float.Epsilon, 1e-40];
        Random random = new(seed);
        bool whole = T.IsZero(T.One / (T.One + T.One));
        bool plain = random.Next(2) == 0;
        T[] numbers = new T[count];
        for (int i = 0; i < count; i++)
        {
            bool ordinary = whole || plain || random.Next(6) > 0;
            double number = ordinary ? (random.NextDouble() - 0.5) * 200 : special[random.Next(special.Length)];
            numbers[i] = whole ? T.CreateTruncating((long)number) : T.CreateTruncating(number);
        }

        return numbers;
    }

    /// <summary>Whether two results are the same by the contract: equal bits, both NaN, or for a maximum both zero.</summary>
    public static bool Same<T>(PoolMode mode, T expected, T actual)
        where T : INumber<T> =>
        (T.IsNaN(expected) && T.IsNaN(actual))
        || (expected == actual && (mode == PoolMode.Max || T.IsNegative(expected) == T.IsNegative(actual)));
}
