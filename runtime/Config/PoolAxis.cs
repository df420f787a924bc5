namespace PoolGen;

/// <summary>
/// Pooling along one spatial axis. Window <c>i</c> takes the elements
/// <c>i * Stride - PaddingBefore + j * Dilation</c> for <c>j</c> in <c>0 .. Window - 1</c>. An adaptive axis has a number of
/// <see cref="Outputs"/> instead: window <c>i</c> of <c>n</c> elements takes those from <c>floor(i * n / Outputs)</c> to
/// <c>ceil((i + 1) * n / Outputs)</c>, exclusive, as PyTorch's adaptive pooling does.
/// </summary>
public readonly record struct PoolAxis
{
    // Sizes are stored less one, so that default(PoolAxis) is the axis that changes nothing.
    private readonly int windowLessOne;
    private readonly int strideLessOne;
    private readonly int dilationLessOne;

    /// <summary>An axis with the given window and stride, and neither padding nor dilation.</summary>
    public PoolAxis(int window, int stride)
    {
        Window = window;
        Stride = stride;
    }

    /// <summary>An axis that gives so many outputs whatever its size; windows overlap where it is no multiple of them.</summary>
    public static PoolAxis Adaptive(int outputs) => new() { Outputs = outputs == 0 ? NoOutputs : outputs };

    /// <summary>Stands for a stated 0, which is refused; 0 itself means that no outputs are stated.</summary>
    internal const int NoOutputs = int.MinValue;

    /// <summary>Number of outputs of an adaptive axis; 0 where windows have a size of their own and slide.</summary>
    public int Outputs { get; private init; }

    /// <summary>Whether the axis has a number of outputs instead of a window.</summary>
    public bool IsAdaptive => Outputs != 0;

    /// <summary>Number of taps in a window. 1 when not set.</summary>
    public int Window { get => windowLessOne + 1; init => windowLessOne = value - 1; }

    /// <summary>Distance between the starts of two neighbouring windows. 1 when not set.</summary>
    public int Stride { get => strideLessOne + 1; init => strideLessOne = value - 1; }

    /// <summary>Distance between two neighbouring taps of a window. 1 when not set.</summary>
    public int Dilation { get => dilationLessOne + 1; init => dilationLessOne = value - 1; }

    /// <summary>Padding before the first element: front, top or left.</summary>
    public int PaddingBefore { get; init; }

    /// <summary>Padding after the last element: back, bottom or right.</summary>
    public int PaddingAfter { get; init; }

    /// <summary>Padding that follows from the size of the input, instead of a stated one. None when not set.</summary>
    public PoolAutoPadding AutoPadding { get; init; }

    /// <summary>Elements from the first to the last tap of a window: <c>(Window - 1) * Dilation + 1</c>.</summary>
    public int EffectiveWindow => (windowLessOne * Dilation) + 1;

    /// <summary>Whether the axis has padding on either side, or may have.</summary>
    public bool IsPadded => (PaddingBefore | PaddingAfter) != 0 || AutoPadding != PoolAutoPadding.None;

    /// <summary>The same axis with the padding that it has over <paramref name="size"/> elements, stated.</summary>
    public PoolAxis At(int size)
    {
        if (AutoPadding == PoolAutoPadding.None || size < 1)
            return this;

        // The last window starts at the last multiple of the stride; what it lacks is padding.
        int left = size % Stride == 0 ? Stride : size % Stride;
        int padding = System.Math.Max(0, EffectiveWindow - left);
        int smaller = padding / 2;
        bool upper = AutoPadding == PoolAutoPadding.SameUpper;
        return this with
        {
            AutoPadding = PoolAutoPadding.None,
            PaddingBefore = upper ? smaller : padding - smaller,
            PaddingAfter = upper ? padding - smaller : smaller,
        };
    }
}
