using PoolGen.Generator.Plan;
using Xunit;

namespace PoolGen.Generator.Tests.Plan;

public class ColumnSelectionTests
{
    private const int Lanes = 8;

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 1)]
    [InlineData(7, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(5, 2)]
    public void A_tap_selects_every_second_element_and_no_vector_reaches_beyond_the_last_window(int window, int dilation)
    {
        int lastOffset = (window - 1) * dilation;
        int lastElement = ((Lanes - 1) * 2) + lastOffset;
        for (int tap = 0; tap < window; tap++)
        {
            ColumnSelection selection = ColumnSelection.Of(tap * dilation, lastOffset);
            Assert.Equal(tap * dilation, selection.Offset + (selection.Odd ? 1 : 0));
            Assert.InRange(selection.Offset, 0, lastElement - (2 * Lanes) + 1);
        }
    }
}
