namespace PoolGen;

/// <summary>A configuration and a shape, unpacked once for the loops.</summary>
internal readonly ref struct FallbackProblem
{
    public FallbackProblem(in PoolConfig asked, in PoolShape input)
    {
        PoolConfig config = asked.At(input);
        Depth = config.Depth;
        Height = config.Height;
        Width = config.Width;
        Layout = config.Layout;
        CountIncludePad = config.CountIncludePad;
        Divisor = config.DivisorOverride;
        IsAdaptive = config.IsAdaptive;
        Input = input;
        Output = PoolGeometry.OutputShape(config, input);
    }

    public PoolAxis Depth { get; }

    public PoolAxis Height { get; }

    public PoolAxis Width { get; }

    public PoolLayout Layout { get; }

    public bool CountIncludePad { get; }

    public int? Divisor { get; }

    public bool IsAdaptive { get; }

    public PoolShape Input { get; }

    public PoolShape Output { get; }

    public AxisTaps DepthTaps(int index) => AxisTaps.Of(Depth, Input.Depth, index, CountIncludePad);

    public AxisTaps HeightTaps(int index) => AxisTaps.Of(Height, Input.Height, index, CountIncludePad);

    public AxisTaps WidthTaps(int index) => AxisTaps.Of(Width, Input.Width, index, CountIncludePad);

    /// <summary>The number that divides the sum of a window with the given taps.</summary>
    public long DivisorOf(in AxisTaps depth, in AxisTaps height, in AxisTaps width) =>
        Divisor ?? ((long)depth.Extent * height.Extent * width.Extent);
}
