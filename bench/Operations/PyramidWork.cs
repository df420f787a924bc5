using PoolGen.Bench.Engines;

namespace PoolGen.Bench.Operations;

/// <summary>A pyramid of maxima in one pass, beside the kernels of its windows one after the other; those leave their results unjoined.</summary>
internal sealed class PyramidWork : OperationWork
{
    public const string OnePass = "One pass";
    public const string OneByOne = "Kernels one by one";

    private static readonly int[] Windows = [5, 9, 13];

    private readonly PoolLayout layout;
    private readonly NativeElements joined;
    private readonly NativeElements[] alone;

    public PyramidWork(string id, PoolShape shape, PoolLayout layout)
        : base(id, $"Pyramid {string.Join(", ", Windows)}, channels {(layout == PoolLayout.ChannelsLast ? "last" : "first")}", shape)
    {
        this.layout = layout;
        Read = OwnNumbers(shape.Length);
        joined = Own(Windows.Length * shape.Length, sizeof(float));
        alone = [.. Windows.Select(_ => Own(shape.Length, sizeof(float)))];
        PoolPyramidKernel<float> pyramid = OperationPools.Kernels.OfType<PoolPyramidKernel<float>>().First(kernel => kernel.Config.Layout == layout);
        PoolKernel<float>[] kernels =
        [
            .. Windows.Select(window => PoolConfig.Max(window, stride: 1, padding: window / 2, layout: layout))
                .Select(config => OperationPools.Kernels.OfType<PoolKernel<float>>().First(kernel => kernel.Config == config)),
        ];
        Add(OnePass, Repeated(() => pyramid.Run(Read.Of<float>(), joined.Of<float>(), shape)));
        Add(OneByOne, Repeated(() =>
        {
            for (int index = 0; index < kernels.Length; index++)
                kernels[index].Run(Read.Of<float>(), alone[index].Of<float>(), shape);
        }));
    }

    public override NativeElements Read { get; }

    public override NativeElements Written => joined;

    public override void Check()
    {
        foreach ((_, PreparedPool pool) in Contestants)
            pool.Run(1);

        // Windows stand one behind the other along the channels: of the map, or of every pixel.
        int run = layout == PoolLayout.ChannelsLast ? Shape.Channels : Shape.Length;
        for (int index = 0; index < Windows.Length; index++)
        {
            for (int from = 0; from < Shape.Length; from += run)
                MustAgree<float>($"{OnePass}, window {Windows[index]}", alone[index].Of<float>().Slice(from, run), joined.Of<float>().Slice((from * Windows.Length) + (index * run), run));
        }
    }
}
