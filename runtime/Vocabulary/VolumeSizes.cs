namespace PoolGen;

/// <summary>A number for each of depth, height and width, such as a window. One number stands for all of them, and three have the depth first.</summary>
/// <param name="Depth">The number for the depth.</param>
/// <param name="Height">The number for the height.</param>
/// <param name="Width">The number for the width.</param>
public readonly record struct VolumeSizes(int Depth, int Height, int Width)
{
    /// <summary>The same number for all.</summary>
    public static implicit operator VolumeSizes(int all) => new(all, all, all);

    /// <summary>Depth, height and width.</summary>
    public static implicit operator VolumeSizes((int Depth, int Height, int Width) sizes) => new(sizes.Depth, sizes.Height, sizes.Width);
}
