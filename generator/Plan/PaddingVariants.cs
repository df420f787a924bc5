using System.Collections.Generic;
using System.Linq;

namespace PoolGen.Generator.Plan;

/// <summary>
/// The configurations with stated padding that a configuration with automatic padding stands for. Over an axis of any size the padding
/// depends on how many elements are left behind the last multiple of the stride; sizes with the same padding before the first element share
/// one configuration, because padding after the last one that no window reaches changes nothing.
/// </summary>
internal static class PaddingVariants
{
    public static IReadOnlyList<PoolConfig> Of(PoolConfig config, PoolFixedShape shape) =>
    [
        .. from depth in Axes(config.Depth, shape.Depth)
           from height in Axes(config.Height, shape.Height)
           from width in Axes(config.Width, shape.Width)
           select config.Along(depth, height, width),
    ];

    private static IEnumerable<PoolAxis> Axes(PoolAxis axis, int? size)
    {
        if (axis.AutoPadding == PoolAutoPadding.None)
            return [axis];
        if (size is int known)
            return [axis.At(known)];

        // The sizes 1 to stride leave every number of elements behind a multiple of the stride.
        return Enumerable.Range(1, axis.Stride).Select(axis.At)
            .GroupBy(stated => stated.PaddingBefore)
            .Select(group => group.OrderByDescending(stated => stated.PaddingAfter).First())
            .OrderBy(stated => stated.PaddingBefore);
    }
}
