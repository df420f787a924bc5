namespace PoolGen;

/// <summary>A configuration and a shape, unpacked once for the loops.</summary>
internal readonly ref struct FallbackProblem
{
    public FallbackProblem(PoolConfig asked, PoolShape input)
        : this(asked, input, Pitches.Dense(asked.Layout, input), default) => To = Pitches.Dense(Layout, Output);

    /// <summary>A problem over elements that lie in memory as the pitches say.</summary>
    public FallbackProblem(PoolConfig asked, PoolShape input, Pitches from, Pitches to)
    {
        PoolConfig config = asked.At(input);
        Depth = config.Depth;
        Height = config.Height;
        Width = config.Width;
        Layout = config.Layout;
        Divides = PoolModeOptions.Of(config.Mode).Divides;
        CountIncludePad = config.CountIncludePad;
        Divisor = config.DivisorOverride;
        IsAdaptive = config.IsAdaptive;
        Fusion = config.Fusion;
        Input = input;
        Output = PoolGeometry.OutputShape(config, input);
        From = from;
        To = to;
    }

    public PoolAxis Depth { get; }

    public PoolAxis Height { get; }

    public PoolAxis Width { get; }

    public PoolLayout Layout { get; }

    /// <summary>Whether the sum of a window is divided.</summary>
    public bool Divides { get; }

    public bool CountIncludePad { get; }

    public int? Divisor { get; }

    public bool IsAdaptive { get; }

    public PoolFusion? Fusion { get; }

    public PoolShape Input { get; }

    public PoolShape Output { get; }

    /// <summary>Where the elements of the input lie.</summary>
    public Pitches From { get; }

    /// <summary>Where the elements of the output lie.</summary>
    public Pitches To { get; }

    public AxisTaps DepthTaps(int index) => AxisTaps.Of(Depth, Input.Depth, index, CountIncludePad);

    public AxisTaps HeightTaps(int index) => AxisTaps.Of(Height, Input.Height, index, CountIncludePad);

    public AxisTaps WidthTaps(int index) => AxisTaps.Of(Width, Input.Width, index, CountIncludePad);

    /// <summary>The number that divides the sum of a window with the given taps.</summary>
    public long DivisorOf(in AxisTaps depth, in AxisTaps height, in AxisTaps width) =>
        Divisor ?? ((long)depth.Extent * height.Extent * width.Extent);
}
