namespace PoolGen;

/// <summary>The valid taps of a window: how many along each axis, how many elements apart, and the divisor of their sum.</summary>
internal readonly ref struct TapBox
{
    public TapBox(in AxisTaps depth, in AxisTaps height, in AxisTaps width, in FallbackProblem problem)
    {
        Slices = depth.Count;
        Rows = height.Count;
        Columns = width.Count;
        ColumnStep = problem.Width.Dilation * problem.From.Column;
        RowStep = problem.Height.Dilation * problem.From.Row;
        SliceStep = problem.Depth.Dilation * problem.From.Slice;
        ColumnsFirst = problem.IsAdaptive;
        Divisor = problem.DivisorOf(depth, height, width);
    }

    public nint Slices { get; }

    public nint Rows { get; }

    public nint Columns { get; }

    public nint SliceStep { get; }

    public nint RowStep { get; }

    public nint ColumnStep { get; }

    /// <summary>Whether each column is gathered from top to bottom, and then the columns; otherwise all taps in row-major order.</summary>
    public bool ColumnsFirst { get; }

    public long Divisor { get; }
}
