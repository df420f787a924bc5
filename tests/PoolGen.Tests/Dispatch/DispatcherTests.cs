using Xunit;

namespace PoolGen.Tests.Dispatch;

/// <summary>Which kernel a dispatcher chooses, and how it says so. The kernels here write a number of their own instead of pooling.</summary>
public sealed class DispatcherTests
{
    private static readonly PoolConfig Config = PoolConfig.Max(2);
    private static readonly PoolShape Shape = new(1, 3, 4, 6);

    private static readonly PoolKernel Any = Marker<float>(1, Config, default, "any");
    private static readonly PoolKernel Channels = Marker<float>(2, Config, new() { Channels = 3 }, "channels");
    private static readonly PoolKernel Plane = Marker<float>(3, Config, new() { Height = 4, Width = 6 }, "plane");
    private static readonly PoolKernel OtherPlane = Marker<float>(4, Config, new() { Channels = 3, Height = 4, Width = 8 }, "otherPlane");
    private static readonly PoolKernel Doubles = Marker<double>(5, Config, new() { Channels = 3, Height = 4, Width = 6 }, "doubles");

    [Fact]
    public void The_kernel_with_the_most_fixed_axes_that_fit_runs()
    {
        PoolDispatcher pool = new([Any, Channels, Plane, OtherPlane, Doubles]);

        Assert.Equal(3, Run<float>(pool, Config, Shape));
        Assert.Equal(2, Run<float>(pool, Config, new(2, 3, 4, 4)));
        Assert.Equal(4, Run<float>(pool, Config, new(1, 3, 4, 8)));
        Assert.Equal(1, Run<float>(pool, Config, new(1, 2, 4, 8)));
        Assert.Equal(5, Run<double>(pool, Config, Shape));
    }

    [Fact]
    public void The_fallback_runs_where_no_kernel_fits()
    {
        PoolDispatcher pool = new([Channels, OtherPlane, Doubles]);
        float[] input = [4, 1, 2, 3];
        float[] output = new float[1];

        pool.Run<float>(Config, new(1, 1, 2, 2), input, output);

        Assert.Equal([4], output);
        Assert.Equal(0, Run<double>(pool, Config, new(1, 1, 4, 6)));
        Assert.Equal(0, Run<float>(pool, PoolConfig.Max(2, layout: PoolLayout.ChannelsLast), Shape));
        Assert.Equal(0, Run<int>(pool, Config, Shape));
        Assert.Equal(0, Run<float>(new PoolDispatcher([]), Config, Shape));
    }

    [Fact]
    public void Among_equally_specific_kernels_the_first_given_runs()
    {
        PoolKernel second = Marker<float>(9, Config, default, "second");
        PoolKernel batch = Marker<float>(8, Config, new() { Batch = 1 }, "batch");

        Assert.Equal(1, Run<float>(new PoolDispatcher([Any, second]), Config, Shape));
        Assert.Equal(9, Run<float>(new PoolDispatcher([second, Any]), Config, Shape));
        Assert.Equal(8, Run<float>(new PoolDispatcher([batch, Channels]), Config, Shape));
        Assert.Equal(2, Run<float>(new PoolDispatcher([Channels, batch]), Config, Shape));
    }

    [Fact]
    public void A_kernel_that_states_the_padding_of_the_shape_serves_automatic_padding()
    {
        PoolConfig automatic = PoolConfig.Max(3, 2, autoPadding: PoolAutoPadding.SameUpper);
        PoolKernel stated = Marker<float>(6, PoolConfig.Create(PoolMode.Max, new(3, 2) { PaddingAfter = 1 }, new(3, 2) { PaddingAfter = 1 }), default, "stated");
        PoolKernel follows = Marker<float>(7, automatic, default, "follows");

        Assert.Equal(6, Run<float>(new PoolDispatcher([stated]), automatic, Shape));
        Assert.Equal(0, Run<float>(new PoolDispatcher([stated]), automatic, new(1, 3, 5, 6)));
        Assert.Equal(7, Run<float>(new PoolDispatcher([stated, follows]), automatic, Shape));
        Assert.Equal(0, Run<float>(new PoolDispatcher([follows]), stated.Config, Shape));
        Assert.Contains("not stated: its padding is stated, and the request leaves it to the shape", new PoolDispatcher([stated, follows]).Explain<float>(automatic, Shape), StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_kernels_go_before_those_that_a_dispatcher_has()
    {
        PoolDispatcher own = PoolDispatcher.Default.With([Any]);

        Assert.Equal(1, Run<float>(own, Config, Shape));
        Assert.Equal(0, Run<float>(PoolDispatcher.Default, Config, Shape));
        Assert.Equal([Any, .. PoolDispatcher.Default.Kernels], own.Kernels);
        Assert.Equal(3, new PoolDispatcher([]) { MaxDegreeOfParallelism = 3 }.With([Any]).MaxDegreeOfParallelism);
    }

    [Fact]
    public void A_reassociated_kernel_runs_only_where_that_is_allowed()
    {
        PoolConfig exact = PoolConfig.Average(2), free = PoolConfig.Average(2, allowReassociation: true);
        PoolKernel exactKernel = Marker<float>(1, exact, default, "exact"), freeKernel = Marker<float>(2, free, default, "free");
        PoolKernel exactPlane = Marker<float>(3, exact, new() { Height = 4, Width = 6 }, "exactPlane");

        Assert.Equal(1, Run<float>(new PoolDispatcher([freeKernel, exactKernel]), exact, Shape));
        Assert.Equal(2, Run<float>(new PoolDispatcher([exactKernel, freeKernel]), free, Shape));
        Assert.Equal(1, Run<float>(new PoolDispatcher([exactKernel]), free, Shape));
        Assert.Equal(3, Run<float>(new PoolDispatcher([freeKernel, exactPlane]), free, Shape));
        Assert.Equal(0, Run<float>(new PoolDispatcher([freeKernel]), exact, Shape));
    }

    [Fact]
    public void Find_gives_the_kernel_that_would_run()
    {
        PoolDispatcher pool = new([Any, Plane]);

        Assert.Same(Plane, pool.Find<float>(Config, Shape));
        Assert.Same(Any, pool.Find<float>(Config, new(1, 3, 4, 4)));

        PoolKernel<double> fallback = pool.Find<double>(Config, Shape);
        double[] output = new double[18];
        fallback.Run([.. Enumerable.Range(0, 72)], output, Shape);
        Assert.Equal((Config, default), (fallback.Config, fallback.FixedShape));
        Assert.Equal([7, 9, 11, 19, 21, 23], output[..6]);
    }

    [Fact]
    public void Find_refuses_what_could_not_run()
    {
        Assert.Equal("shape", Assert.Throws<ArgumentException>(() => PoolDispatcher.Default.Find<float>(Config, new(1, 1, 1, 1))).ParamName);
        Assert.Throws<ArgumentException>(() => PoolDispatcher.Default.Find<int>(PoolConfig.Average(2), Shape));
    }

    [Fact]
    public void Explain_says_which_kernel_runs_and_why_the_others_do_not()
    {
        PoolKernel again = Marker<float>(6, Config, new() { Height = 4, Width = 6 }, "again");

        string text = new PoolDispatcher([Any, Channels, Plane, again, OtherPlane, Doubles]).Explain<float>(Config, Shape);

        Assert.Equal(
            [
                "Max2x2S2 of Single, 1×3×4×6 to 1×3×2×3",
                "runs: plane, a kernel for height 4, width 6",
                "not otherPlane: it fixes the width at 8, and the shape has 6",
                "not doubles: its elements are Double",
                "not again: it is as specific and was given later",
                "not channels: it fixes fewer axes",
                "not any: it fixes fewer axes",
            ],
            text.Split('\n'));
    }

    [Fact]
    public void Explain_says_why_the_fallback_runs()
    {
        PoolDispatcher pool = new([OtherPlane, Marker<float>(1, PoolConfig.Average(2, allowReassociation: true), default, "free")]);

        Assert.Equal(
            [
                "Max2x2S2 of Single, 1×3×4×6 to 1×3×2×3",
                "runs: the generic fallback, which computes the same",
                "not otherPlane: it fixes the width at 8, and the shape has 6",
            ],
            pool.Explain<float>(Config, Shape).Split('\n'));
        Assert.Equal("not free: it sums in another order, and the request is exact", pool.Explain<float>(PoolConfig.Average(2), Shape).Split('\n')[^1]);
        Assert.Equal("because no kernel was generated for Max2x2S1", pool.Explain<float>(PoolConfig.Max(2, 1), Shape).Split('\n')[^1]);
    }

    [Fact]
    public void Explain_says_why_an_exact_kernel_yields_to_a_reassociated_one()
    {
        PoolConfig free = PoolConfig.Average(2, allowReassociation: true);
        PoolDispatcher pool = new([Marker<float>(1, free.Exact, default, "exact"), Marker<float>(2, free, default, "free")]);

        Assert.Contains("runs: free, a kernel for any shape", pool.Explain<float>(free, Shape), StringComparison.Ordinal);
        Assert.EndsWith("not exact: it does not use that sums may be taken in another order", pool.Explain<float>(free, Shape), StringComparison.Ordinal);
    }

    [Fact]
    public void Everyday_configurations_need_no_annotation()
    {
        PoolConfig[] everyday =
        [
            PoolConfig.Max(2), PoolConfig.Max(3, 2), PoolConfig.Max(3, 2, 1), PoolConfig.Max(3, 1, 1), PoolConfig.Max(5, 1, 2), PoolConfig.Average(2),
            PoolConfig.Average(3, 1, 1), PoolConfig.Average(3, 1, 1, countIncludePad: false), PoolConfig.Average(7, 1),
            PoolConfig.Max(2, layout: PoolLayout.ChannelsLast), PoolConfig.Max(3, 2, 1, layout: PoolLayout.ChannelsLast),
        ];

        Assert.All(everyday, config => Assert.Contains(PoolDispatcher.Default.Find<float>(config, new(1, 2, 9, 9)), PoolDispatcher.Default.Kernels));
        Assert.Equal(PoolDispatcher.Default.Kernels.Count, PoolDispatcher.Default.Kernels.Select(kernel => kernel.Config).Distinct().Count());
    }

    [Fact]
    public void Bad_arguments_of_a_dispatcher_are_named()
    {
        Assert.Equal("kernels", Assert.Throws<ArgumentNullException>(() => new PoolDispatcher(null!)).ParamName);
        Assert.Equal("kernels", Assert.Throws<ArgumentNullException>(() => new PoolDispatcher([Any, null!])).ParamName);
        Assert.Equal("kernels", Assert.Throws<ArgumentNullException>(() => PoolDispatcher.Default.With(null!)).ParamName);
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new PoolDispatcher([]) { MaxDegreeOfParallelism = 0 });
        Assert.Equal((nameof(PoolDispatcher.MaxDegreeOfParallelism), 0), (refusal.ParamName, refusal.ActualValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PoolDispatcher([]) { MaxDegreeOfParallelism = -1 });
    }

    private static PoolKernel<T> Marker<T>(int number, PoolConfig config, PoolFixedShape fixedShape, string name)
        where T : System.Numerics.INumber<T> =>
        new(config, fixedShape, name, (_, output, in _, _, _) => output[0] = T.CreateChecked(number));

    // The number of the marker that ran, 0 for the fallback over zeros.
    private static int Run<T>(PoolDispatcher pool, PoolConfig config, PoolShape shape)
        where T : System.Numerics.INumber<T>
    {
        T[] output = new T[config.OutputShape(shape).Length];
        pool.Run<T>(config, shape, new T[shape.Length], output);
        return int.CreateChecked(output[0]);
    }
}
