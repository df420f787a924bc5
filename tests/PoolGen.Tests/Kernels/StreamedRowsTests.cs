using System.Runtime.Intrinsics.X86;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Kernels;

/// <summary>Maps that no cache holds are pooled as several streams: every row once, and every row right.</summary>
[Trait("Category", "kernels")]
public sealed class StreamedRowsTests
{
    private const string Reason = "Only processors with AVX pool maps as streams";

    private static readonly PoolShape Map = new(1, 200, 258, 256), SmallMap = new(1, 66, 258, 256), Volume = new(1, 53, 62, 64, 66), SmallSlices = new(1, 66, 66, 62, 64);

    /// <summary>Configurations whose windows share nothing, and maps from 16 MiB on. Those of a map and of the volume of small slices are stored past the caches: large outputs in rows of whole vectors. Streams of the other volume would have too long turns.</summary>
    public static TheoryData<string, PoolShape> Cases =>
    [
        .. from name in TestKernels.Names
           let kernel = TestKernels.ByName(name)
           where kernel.ElementType == typeof(float) && kernel.FixedShape == default && kernel.Config.Fusion is null
               && kernel.Config is { Mode: PoolMode.Max or PoolMode.Average, IsAdaptive: false, IsPadded: false, CeilMode: false, Height: { Window: 2, Stride: 2, Dilation: 1 }, Width: { Window: 2, Stride: 2, Dilation: 1 }, DivisorOverride: null }
               && kernel.Config.Depth.Window == kernel.Config.Depth.Stride
           from shape in kernel.Config.PoolsDepth ? new[] { Volume, SmallSlices } : [Map, SmallMap]
           select new TheoryDataRow<string, PoolShape>(name, shape),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_output_of_a_large_map_is_right(string name, PoolShape shape)
    {
        Assert.SkipUnless(Avx.IsSupported, Reason);
        PoolKernel<float> kernel = (PoolKernel<float>)TestKernels.ByName(name);
        float[] input = Inputs.Make<float>(Data.Integers, 7, shape.Length);
        float[] output = new float[kernel.Config.OutputShape(shape).Length];

        kernel.Run(input, output, shape);

        int wrong = Enumerable.Range(0, output.Length).FirstOrDefault(index => output[index] != Expected(kernel.Config, shape, input, index), -1);
        Assert.True(wrong == -1, $"output {wrong}");
    }

    [Theory]
    [InlineData(0, 31 * 32)]
    [InlineData(32, 29 * 32)]
    [InlineData(5, 31 * 32)]
    [InlineData(64, 69)]
    [InlineData(7, 7)]
    public void Every_row_of_a_volume_is_computed_once(int firstRow, int endRow)
    {
        Assert.SkipUnless(Avx.IsSupported, Reason);
        PoolConfig config = PoolConfig.Max(2, rank: PoolRank.Volume);
        PoolShape shape = new(1, 1, 62, 64, 64);
        List<(int First, int End)> ranges = [];

        StreamedRows.Run(new float[shape.Length], new float[config.OutputShape(shape).Length], config, shape, firstRow, endRow, (_, _, in _, first, end, _) => ranges.Add((first, end)));

        IEnumerable<int> rows = ranges.SelectMany(range => Enumerable.Range(range.First, range.End - range.First)).Order();
        Assert.Equal(Enumerable.Range(firstRow, endRow - firstRow), rows);
    }

    /// <summary>The taps of one output, by the definition: windows of two, two apart, along the axes that are pooled.</summary>
    private static float Expected(PoolConfig config, PoolShape shape, float[] input, int index)
    {
        int depth = config.PoolsDepth ? config.Depth.Window : 1;
        (int channels, int inner) = config.Layout == PoolLayout.ChannelsFirst ? (1, 1) : (shape.Channels, shape.Channels);
        (int pixel, int channel) = Math.DivRem(index, channels);
        (int row, int x) = Math.DivRem(pixel, shape.Width / 2);
        (int plane, int y) = Math.DivRem(row, shape.Height / 2);
        List<float> taps = [];
        for (int tap = 0; tap < depth * 4; tap++)
        {
            (int slice, int inPlane) = Math.DivRem(tap, 4);
            int at = ((((plane * depth) + slice) * shape.Height) + (2 * y) + (inPlane / 2)) * shape.Width;
            taps.Add(input[((at + (2 * x) + (inPlane % 2)) * inner) + channel]);
        }

        return config.Mode == PoolMode.Max ? taps.Max() : taps.Sum() / taps.Count;
    }
}
