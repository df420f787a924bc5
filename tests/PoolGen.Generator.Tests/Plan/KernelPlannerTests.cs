using PoolGen.Generator.Model;
using PoolGen.Generator.Plan;
using Xunit;

namespace PoolGen.Generator.Tests.Plan;

public class KernelPlannerTests
{
    private static KernelPlan Plan(PoolConfig config, PoolFixedShape shape = default) => KernelPlanner.Plan(config, shape, ElementType.Float);

    [Fact]
    public void Windows_that_do_not_overlap_stay_in_registers() =>
        Assert.Equal(TapOrder.RowsFirst, Plan(PoolConfig.Max(2)).Order);

    [Fact]
    public void Only_windows_that_share_nothing_are_pooled_as_streams()
    {
        Assert.True(Plan(PoolConfig.Max(2)).StreamsRows);
        Assert.True(Plan(PoolConfig.Max(2, rank: PoolRank.Volume)).StreamsRows);
        Assert.False(Plan(PoolConfig.Create(PoolMode.Max, new PoolAxis(2, 1), new PoolAxis(2, 2), new PoolAxis(2, 2))).StreamsRows);
        Assert.True(Plan(PoolConfig.Average(2, layout: PoolLayout.ChannelsLast)).StreamsRows);
        Assert.False(Plan(PoolConfig.Max(3, stride: 2)).StreamsRows);
    }

    [Fact]
    public void Overlapping_maxima_share_rows() =>
        Assert.Equal(TapOrder.RowsFirstShared, Plan(PoolConfig.Max(3, stride: 1, padding: 1)).Order);

    [Fact]
    public void Exact_sums_are_taken_in_the_order_of_the_definition() =>
        Assert.Equal(TapOrder.RowMajor, Plan(PoolConfig.Average(3, stride: 1, padding: 1)).Order);

    [Fact]
    public void Shared_sums_never_pair_rows_because_pairs_depend_on_the_threads() =>
        Assert.False(Plan(PoolConfig.Average(3, stride: 1, padding: 1, allowReassociation: true)).PairsRows);

    [Fact]
    public void Sums_whose_windows_leave_the_input_read_padded_blocks() =>
        Assert.Equal(RowSource.Stacked, Plan(PoolConfig.Average(3, stride: 3, padding: 1)).Source);

    [Fact]
    public void Maxima_repeat_the_nearest_row_instead() =>
        Assert.Equal(RowSource.Clamped, Plan(PoolConfig.Max(3, stride: 2, padding: 1)).Source);

    [Fact]
    public void A_fixed_width_without_overhang_needs_no_padding_in_ceil_mode()
    {
        PoolConfig config = PoolConfig.Max(3, stride: 2, ceilMode: true);
        Assert.True(Plan(config, new PoolFixedShape { Width = 56 }).LeavesWidth);
        Assert.False(Plan(config, new PoolFixedShape { Width = 57 }).LeavesWidth);
    }

    [Fact]
    public void Ceil_mode_has_a_plan_of_its_own_where_it_costs_a_copy_or_a_divisor_for_each_window()
    {
        Assert.True(HasOwn(PoolConfig.Average(2, ceilMode: true)));
        Assert.True(HasOwn(PoolConfig.Max(2, ceilMode: true)));
        Assert.True(HasOwn(PoolConfig.Average(2, ceilMode: true), new PoolFixedShape { Width = 8 }));
        Assert.False(HasOwn(PoolConfig.Average(2, ceilMode: true), new PoolFixedShape { Width = 9 }));
        Assert.False(HasOwn(PoolConfig.Average(2, ceilMode: true), new PoolFixedShape { Height = 8, Width = 8 }));
        Assert.False(HasOwn(PoolConfig.Average(2, ceilMode: true, layout: PoolLayout.ChannelsLast)));
        Assert.False(HasOwn(PoolConfig.Max(3, stride: 2, ceilMode: true)));
        Assert.False(HasOwn(PoolConfig.Average(2)));

        static bool HasOwn(PoolConfig config, PoolFixedShape shape = default) =>
            CeilModeVariant.Of(config, shape) is PoolConfig without && CeilModeVariant.Pays(Plan(without, shape), Plan(config, shape));
    }

    [Fact]
    public void A_divisor_is_constant_where_every_window_counts_the_same()
    {
        Assert.Equal(DivisorRule.None, Plan(PoolConfig.Max(2)).Divisor);
        Assert.Equal(DivisorRule.Constant, Plan(PoolConfig.Average(3, stride: 1, padding: 1)).Divisor);
        Assert.Equal(DivisorRule.PerWindow, Plan(PoolConfig.Average(3, stride: 1, padding: 1, countIncludePad: false)).Divisor);
        Assert.Equal(DivisorRule.Constant, Plan(PoolConfig.Average(3, stride: 1, padding: 1, countIncludePad: false, divisorOverride: 7)).Divisor);
    }

    [Fact]
    public void Only_windows_too_large_for_scratch_memory_fall_back()
    {
        Assert.Null(Plan(PoolConfig.Average(33, stride: 1, padding: 16)).FallbackReason);
        Assert.NotNull(Plan(PoolConfig.Average(113, stride: 1, padding: 56)).FallbackReason);
        Assert.Null(Plan(PoolConfig.Average(113, stride: 1, padding: 56, layout: PoolLayout.ChannelsLast)).FallbackReason);
    }

    [Fact]
    public void Maxima_three_wide_and_two_apart_carry_a_column_over()
    {
        Assert.True(Plan(PoolConfig.Max(3, stride: 2, padding: 1)).CarriesColumns);
        Assert.True(Plan(PoolConfig.Max(3, stride: 2, ceilMode: true)).CarriesColumns);
        Assert.False(Plan(PoolConfig.Max(3, stride: 1, padding: 1)).CarriesColumns);
        Assert.False(Plan(PoolConfig.Max(3, stride: 2, dilation: 2)).CarriesColumns);
        Assert.False(Plan(PoolConfig.Average(3, stride: 2, padding: 1)).CarriesColumns);
    }

    [Fact]
    public void Small_windows_one_element_apart_walk_down_the_rows()
    {
        Assert.True(Plan(PoolConfig.Max(3, stride: 1, padding: 1)).WalksDown);
        Assert.True(Plan(PoolConfig.Max(5, stride: 1)).WalksDown);
        Assert.True(Plan(PoolConfig.Average(3, stride: 1, padding: 1)).WalksDown);
        Assert.True(Plan(PoolConfig.Average(3, stride: 1, padding: 1, allowReassociation: true)).WalksDown);
        Assert.False(Plan(PoolConfig.Max(3, stride: 2, padding: 1)).WalksDown);
        Assert.False(Plan(PoolConfig.Max(3, stride: 1, dilation: 2)).WalksDown);
        Assert.False(Plan(PoolConfig.Max(6, stride: 1)).WalksDown);
        Assert.False(Plan(PoolConfig.Max(3, stride: 1, layout: PoolLayout.ChannelsLast)).WalksDown);
    }

    [Fact]
    public void Sums_two_apart_walk_down_where_rows_would_be_copied_with_their_padding()
    {
        Assert.True(Plan(PoolConfig.Average(3, stride: 2, padding: 1)).WalksDown);
        Assert.True(Plan(PoolConfig.Average(3, stride: 2, ceilMode: true, countIncludePad: false)).WalksDown);
        Assert.False(Plan(PoolConfig.Average(3, stride: 2)).WalksDown);
        Assert.False(Plan(PoolConfig.Average(3, stride: 2, padding: 1, allowReassociation: true)).WalksDown);
        Assert.False(Plan(PoolConfig.Average(3, stride: 3, padding: 1)).WalksDown);
        Assert.False(Plan(PoolConfig.Average(3, stride: 2, padding: 1, ceilMode: true)).WalksDown);
        PoolAxis width = new(3, 2) { PaddingBefore = 1, PaddingAfter = 1 };
        Assert.True(Plan(PoolConfig.Create(PoolMode.Sum, new PoolAxis(3, 1), width)).WalksDown);
        Assert.False(Plan(PoolConfig.Create(PoolMode.Sum, new PoolAxis(3, 2) { PaddingBefore = 2 }, width)).WalksDown);
    }

    [Fact]
    public void Vectors_walk_where_a_row_that_is_known_has_place_for_one()
    {
        PoolConfig near = PoolConfig.Average(3, stride: 1, padding: 1), apart = PoolConfig.Average(3, stride: 2, padding: 1);
        Assert.True(Plan(near, new PoolFixedShape { Width = 2 }).WalksDown);
        Assert.False(Plan(near, new PoolFixedShape { Width = 1 }).WalksDown);
        Assert.True(Plan(apart, new PoolFixedShape { Width = 9 }).WalksDown);
        Assert.False(Plan(apart, new PoolFixedShape { Width = 8 }).WalksDown);
    }

    [Fact]
    public void Windows_that_leave_a_known_height_are_taken_outside_the_turns()
    {
        PoolConfig counts = PoolConfig.Average(3, stride: 2, padding: 1), leavesOut = PoolConfig.Average(3, stride: 2, padding: 1, countIncludePad: false);
        Assert.Equal(10, Plan(counts, new PoolFixedShape { Height = 20, Width = 20 }).TurnRows);
        Assert.Equal(9, Plan(counts, new PoolFixedShape { Height = 19, Width = 20 }).TurnRows);
        Assert.Equal(9, Plan(leavesOut, new PoolFixedShape { Height = 20, Width = 20 }).TurnRows);
    }

    [Fact]
    public void Half_a_vector_must_cover_the_padding_that_vectors_walk_beside()
    {
        PoolConfig config = PoolConfig.Max(5, stride: 1, padding: 2);
        Assert.True(KernelPlanner.Plan(config, default, ElementType.Float).WalksDown);
        Assert.False(KernelPlanner.Plan(config, default, ElementType.Double).WalksDown);
    }

    [Fact]
    public void A_vector_at_the_right_end_needs_as_many_outputs_as_inputs_or_no_padding_there()
    {
        PoolAxis height = new(3, 1);
        Assert.True(Plan(PoolConfig.Create(PoolMode.Max, height, height with { PaddingBefore = 1 })).WalksDown);
        Assert.True(Plan(PoolConfig.Create(PoolMode.Max, height, height with { PaddingAfter = 2 })).WalksDown);
        Assert.False(Plan(PoolConfig.Create(PoolMode.Max, height, height with { PaddingAfter = 1 })).WalksDown);
        Assert.False(Plan(PoolConfig.Create(PoolMode.Max, height, height with { PaddingBefore = 2, PaddingAfter = 2 })).WalksDown);
    }

    [Fact]
    public void Maxima_four_wide_and_four_apart_select_columns_twice_and_sums_do_not()
    {
        Assert.True(Plan(PoolConfig.Max(4)).VectorColumns);
        Assert.Equal(TapOrder.RowsFirst, Plan(PoolConfig.Max(4)).Order);
        Assert.False(Plan(PoolConfig.Max(4, ceilMode: true)).VectorColumns);
        Assert.False(Plan(PoolConfig.Average(4)).VectorColumns);
        Assert.False(Plan(PoolConfig.Average(4, allowReassociation: true)).VectorColumns);
    }

    [Fact]
    public void Large_maxima_run_over_planes_in_lanes_and_small_ones_step()
    {
        Assert.Equal(PlaneTiling.Running, Plan(PoolConfig.Max(13, stride: 1, padding: 6)).Tiling);
        Assert.Equal(PlaneTiling.AsStack, Plan(PoolConfig.Max(6, stride: 1, padding: 3)).Tiling);
        Assert.Equal(PlaneTiling.ByWindow, Plan(PoolConfig.Max(3, stride: 2, padding: 1)).Tiling);
    }

    [Fact]
    public void Only_kernels_that_walk_along_the_input_itself_ask_ahead()
    {
        Assert.True(Plan(PoolConfig.Max(2)).FetchesAhead);
        Assert.True(Plan(PoolConfig.Max(3, stride: 2, padding: 1)).FetchesAhead);
        Assert.True(Plan(PoolConfig.Max(2, layout: PoolLayout.ChannelsLast)).FetchesAhead);
        Assert.False(Plan(PoolConfig.Average(3, stride: 1, padding: 1)).FetchesAhead);
        Assert.False(Plan(PoolConfig.Max(3, stride: 1, padding: 1)).FetchesAhead);
    }

    [Fact]
    public void Volumes_take_the_plans_of_planes_with_the_rows_of_all_slices()
    {
        KernelPlan apart = Plan(PoolConfig.Max(2, rank: PoolRank.Volume));
        Assert.Equal((TapOrder.RowsFirst, RowSource.Input, true), (apart.Order, apart.Source, apart.UnrollRows));
        Assert.True(apart.FetchesAhead);
        KernelPlan overlapping = Plan(PoolConfig.Max(3, stride: 2, padding: 1, rank: PoolRank.Volume));
        Assert.Equal((TapOrder.RowsFirstShared, RowSource.Clamped), (overlapping.Order, overlapping.Source));
        Assert.Equal(RowSource.Stacked, Plan(PoolConfig.Max(6, stride: 1, rank: PoolRank.Volume)).Source);
        KernelPlan sum = Plan(PoolConfig.Average(3, stride: 1, padding: 1, rank: PoolRank.Volume));
        Assert.Equal((TapOrder.RowMajor, RowSource.Stacked, true), (sum.Order, sum.Source, sum.UnrollRows));
        Assert.False(Plan(PoolConfig.Average(5, stride: 1, rank: PoolRank.Volume)).UnrollRows);
    }

    [Fact]
    public void Padding_along_the_depth_alone_leaves_the_input()
    {
        PoolAxis padded = new(3, 1) { PaddingBefore = 1 }, plain = new(3, 1);
        KernelPlan plan = Plan(PoolConfig.Create(PoolMode.Max, padded, plain, plain));
        Assert.True(plan is { LeavesDepth: true, LeavesHeight: false, LeavesWidth: false, LeavesInput: true, Source: RowSource.Clamped });
        Assert.False(Plan(PoolConfig.Max(3, stride: 2, ceilMode: true, rank: PoolRank.Volume), new PoolFixedShape { Depth = 7 }).LeavesDepth);
        KernelPlan sum = Plan(PoolConfig.Create(PoolMode.Average, padded, plain, plain, new PoolOptions { Layout = PoolLayout.ChannelsLast }));
        Assert.True(sum.HasEdges);
    }

    [Fact]
    public void A_divisor_counts_the_depth_too()
    {
        PoolAxis padded = new(3, 1) { PaddingBefore = 1 }, plain = new(3, 1);
        PoolConfig config = PoolConfig.Create(PoolMode.Average, padded, plain, plain, new PoolOptions { CountIncludePad = false });
        Assert.Equal(DivisorRule.PerWindow, Plan(config).Divisor);
        Assert.Equal(DivisorRule.Constant, Plan(PoolConfig.Create(PoolMode.Average, padded, plain, plain)).Divisor);
    }

    [Fact]
    public void Only_padded_sums_over_huge_volumes_fall_back()
    {
        Assert.Null(Plan(PoolConfig.Average(13, stride: 1, padding: 1, rank: PoolRank.Volume)).FallbackReason);
        Assert.NotNull(Plan(PoolConfig.Average(14, stride: 1, padding: 1, rank: PoolRank.Volume)).FallbackReason);
        Assert.Null(Plan(PoolConfig.Average(14, stride: 1, rank: PoolRank.Volume)).FallbackReason);
        Assert.Null(Plan(PoolConfig.Max(100, stride: 1, padding: 50, rank: PoolRank.Volume)).FallbackReason);
        Assert.Null(Plan(PoolConfig.Average(100, stride: 1, padding: 50, layout: PoolLayout.ChannelsLast, rank: PoolRank.Volume)).FallbackReason);
    }

    [Fact]
    public void A_plan_equals_itself_made_again() =>
        Assert.Equal(Plan(PoolConfig.Max(13, stride: 1, padding: 6)), Plan(PoolConfig.Max(13, stride: 1, padding: 6)));
}
