namespace PoolGen;

/// <summary>A number for the height and one for the width, such as a window. One number stands for both, and a pair has the height first.</summary>
/// <param name="Height">The number for the height.</param>
/// <param name="Width">The number for the width.</param>
public readonly record struct PlaneSizes(int Height, int Width)
{
    /// <summary>The same number for both.</summary>
    public static implicit operator PlaneSizes(int both) => new(both, both);

    /// <summary>Height and width.</summary>
    public static implicit operator PlaneSizes((int Height, int Width) sizes) => new(sizes.Height, sizes.Width);
}
