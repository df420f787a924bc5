using System.Runtime.Intrinsics;
using Xunit;

namespace PoolGen.Tests.Kernels;

/// <summary>Planes in lanes stand in memory on the stack, so neither they nor their results may be large.</summary>
public sealed class PlaneTileTests
{
    [Theory]
    [InlineData(8, 8, 7, 7, true)]
    [InlineData(8, 8, 4096, 32, false)]
    [InlineData(200, 200, 7, 7, false)]
    public void Only_small_planes_with_small_results_suit(int height, int width, int outputHeight, int outputWidth, bool suits)
    {
        PlaneTile tile = PlaneTile.Unpadded(height, width, outputHeight, outputWidth);

        Assert.Equal(suits && Vector128.IsHardwareAccelerated, tile.Suits<float>(rows: int.MaxValue, mostColumns: 32));
    }
}
