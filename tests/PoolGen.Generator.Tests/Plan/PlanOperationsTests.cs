using CsCheck;
using PoolGen.Generator.Model;
using PoolGen.Generator.Plan;
using Xunit;

namespace PoolGen.Generator.Tests.Plan;

public class PlanOperationsTests
{
    private const int Iterations = 3000;

    private static readonly Gen<PoolAxis> Axes =
        from window in Gen.Int[1, 15]
        from stride in Gen.Int[1, window]
        from before in Gen.Int[0, window - 1]
        from after in Gen.Int[0, window - 1]
        select new PoolAxis(window, stride) { PaddingBefore = before, PaddingAfter = after };

    private static readonly Gen<PoolConfig> Configs =
        from depth in Gen.Frequency((3, Gen.Const(default(PoolAxis))), (1, Axes))
        from height in Axes
        from width in Axes
        from mode in Gen.Enum<PoolMode>()
        from layout in Gen.Enum<PoolLayout>()
        from anyOrder in Gen.Bool
        select PoolConfig.Create(mode, depth, height, width, new PoolOptions { Layout = layout, AllowReassociation = anyOrder, Norm = mode == PoolMode.Lp ? 2 : null });

    [Fact]
    public void No_plan_whose_windows_leave_nothing_out_combines_more_than_the_definition() => Configs.Sample(
        config =>
        {
            PlanOperations operations = PlanOperations.Of(KernelPlanner.Plan(config, default, ElementType.Float));
            long naive = operations.Outputs * ((config.Depth.Window * config.Height.Window * config.Width.Window) - 1);
            Assert.True(operations.Count.Combinations <= naive, $"{config}: {operations} against {naive} combinations");
        },
        iter: Iterations);

    [Theory]
    [InlineData(3, 1, PoolLayout.ChannelsFirst, 2, 7)] // two rows meet along the width, then in one pair and two singles
    [InlineData(5, 1, PoolLayout.ChannelsFirst, 4, 25)]
    [InlineData(3, 2, PoolLayout.ChannelsFirst, 2, 12)]
    [InlineData(13, 1, PoolLayout.ChannelsFirst, 1, 10)] // per axis two doublings, and three to fill the window
    [InlineData(13, 1, PoolLayout.ChannelsLast, 1, 6)]
    [InlineData(3, 1, PoolLayout.ChannelsLast, 1, 4)]
    public void Overlapping_maxima_take_as_many_combinations_as_their_plan_says(int window, int stride, PoolLayout layout, int outputs, long combinations)
    {
        PlanOperations operations = PlanOperations.Of(KernelPlanner.Plan(PoolConfig.Max(window, stride, window / 2, layout: layout), default, ElementType.Float));
        Assert.Equal((outputs, combinations), (operations.Outputs, operations.Count.Combinations));
    }

    [Fact]
    public void An_exact_sum_takes_every_addition_and_shares_its_loads() =>
        Assert.Equal(
            new PlanOperations(1, new OperationCount(Loads: 3, Combinations: 8, Stores: 1)),
            PlanOperations.Of(KernelPlanner.Plan(PoolConfig.Average(3, stride: 1, padding: 1), default, ElementType.Float)));
}
