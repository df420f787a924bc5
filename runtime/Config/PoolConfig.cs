using System;

namespace PoolGen;

/// <summary>
/// What is computed: window, stride, padding, dilation, mode, divisor and layout. It knows neither element type nor shape.
/// A configuration is checked once, when it is made, and is canonical from then on: an option that has no effect (such as
/// count-include-pad without padding) has its default, so equal computations are equal values.
/// </summary>
public readonly partial struct PoolConfig : IEquatable<PoolConfig>
{
    // One word per spatial axis and one for the rest: 32 bytes that are compared and hashed as four numbers.
    private readonly ulong depth;
    private readonly ulong height;
    private readonly ulong width;
    private readonly ulong rest;

    // What few configurations have does not fit into the words.
    private readonly PoolFusion? fusion;

    private const int LayoutShift = 8;
    private const int CeilShift = 16;
    private const int ExcludePadShift = 17;
    private const int ReassociationShift = 18;
    private const int RoundingShift = 19;
    private const int RoundingMask = 3;

    // A mode has a divisor or a norm.
    private const int DivisorShift = 32;
    private const int FieldBits = 12;
    private const ulong FieldMask = (1UL << FieldBits) - 1;
    private const int AutoPaddingShift = 61;
    private const ulong AutoPaddingMask = 3UL << AutoPaddingShift;

    internal PoolConfig(PoolMode mode, PoolAxis depth, PoolAxis height, PoolAxis width, PoolOptions options)
    {
        PoolProblem? problem = PoolConfigRules.First(mode, depth, height, width, options);
        if (problem is not null)
            throw new ArgumentException(problem.Message, problem.Argument.ToString());

        depth = Canonical(depth);
        height = Canonical(height);
        width = Canonical(width);
        PoolModeOptions has = PoolModeOptions.Of(mode);
        bool padded = depth.IsPadded || height.IsPadded || width.IsPadded;
        bool rounds = Rounds(depth) || Rounds(height) || Rounds(width);
        bool overridden = has.Divides && options.DivisorOverride is not null;

        // The order of sums of adaptive windows is one that vectors keep anyway.
        bool adaptive = depth.IsAdaptive || height.IsAdaptive || width.IsAdaptive;
        bool severalTaps = depth.Window > 1 || height.Window > 1 || width.Window > 1;
        this.depth = Pack(depth);
        this.height = Pack(height);
        this.width = Pack(width);
        fusion = PoolFusion.Of(mode, options);
        rest = (uint)mode
            | ((ulong)(uint)options.Layout << LayoutShift)
            | (Bit(options.CeilMode && rounds) << CeilShift)
            | (Bit(has.Divides && padded && !overridden && !options.CountIncludePad) << ExcludePadShift)
            | (Bit(has.Sums && severalTaps && !adaptive && options.AllowReassociation) << ReassociationShift)
            | (has.Divides && fusion?.Quantization is null && options.Rounding is PoolRounding rounding ? (ulong)(rounding + 1) << RoundingShift : 0)
            | (overridden ? (ulong)(uint)options.DivisorOverride!.Value << DivisorShift : 0)
            | (has.HasNorm ? (ulong)(uint)PoolNumber.Bits(options.Norm!.Value) << DivisorShift : 0);
    }

    /// <summary>How the elements of a window become one output element.</summary>
    public PoolMode Mode => (PoolMode)(rest & 0xFF);

    /// <summary>The order of the axes in memory.</summary>
    public PoolLayout Layout => (PoolLayout)((rest >> LayoutShift) & 0xFF);

    /// <summary>Pooling along the depth; one tap without stride or padding for two-dimensional pooling.</summary>
    public PoolAxis Depth => Unpack(depth);

    /// <summary>Whether anything happens along the depth.</summary>
    internal bool PoolsDepth => depth != 0;

    /// <summary>Pooling along the height.</summary>
    public PoolAxis Height => Unpack(height);

    /// <summary>Pooling along the width.</summary>
    public PoolAxis Width => Unpack(width);

    /// <summary>Whether a last window that only partly fits still gives an output.</summary>
    public bool CeilMode => ((rest >> CeilShift) & 1) != 0;

    /// <summary>Whether padding counts in an average's divisor.</summary>
    public bool CountIncludePad => ((rest >> ExcludePadShift) & 1) == 0;

    /// <summary>Whether sums may be taken in another order than row-major.</summary>
    public bool AllowReassociation => ((rest >> ReassociationShift) & 1) != 0;

    /// <summary>The number that divides every sum, or null when windows are counted.</summary>
    public int? DivisorOverride => (rest >> DivisorShift) == 0 || Mode == PoolMode.Lp ? null : (int)(rest >> DivisorShift);

    /// <summary>The exponent of a norm, or null for the other modes. <see cref="float.PositiveInfinity"/> is the largest absolute value.</summary>
    public float? Norm => Mode == PoolMode.Lp ? PoolNumber.OfBits((int)(rest >> DivisorShift)) : null;

    /// <summary>How an average of whole numbers is rounded, or null where it is not stated.</summary>
    public PoolRounding? Rounding => ((rest >> RoundingShift) & RoundingMask) is > 0 and ulong stated ? (PoolRounding)(stated - 1) : null;

    /// <summary>What is done to every element before or after pooling, in the same pass.</summary>
    public PoolActivation Activation => fusion is not { Clamps: true } ? PoolActivation.None
        : fusion is { Lowest: 0, HasLargest: false } ? PoolActivation.Relu
        : PoolActivation.Clamp;

    /// <summary>When the activation takes place.</summary>
    public PoolStage ActivationStage => fusion?.Stage ?? PoolStage.After;

    /// <summary>The lowest number that an activation leaves as it is, or null.</summary>
    public double? ClampLowest => fusion is { HasLowest: true } ? fusion.Lowest : null;

    /// <summary>The largest number that an activation leaves as it is, or null.</summary>
    public double? ClampLargest => fusion is { HasLargest: true } ? fusion.Largest : null;

    /// <summary>What the bytes of a quantised average stand for, or null.</summary>
    public PoolQuantization? Quantization => fusion?.Quantization;

    /// <summary>What is done beside pooling, or null.</summary>
    internal PoolFusion? Fusion => fusion;

    /// <summary>Whether any axis has padding, or may have.</summary>
    public bool IsPadded => Depth.IsPadded || Height.IsPadded || Width.IsPadded;

    /// <summary>
    /// The shape of the output for an input of the given shape; per axis
    /// <c>floor((n + padding - effective window) / stride) + 1</c>, and in ceil mode PyTorch's rule: rounded up, less a last
    /// window that would start beyond the input and the padding before it.
    /// </summary>
    /// <exception cref="ArgumentException">An axis gives no output, or a window would hold nothing but padding.</exception>
    public PoolShape OutputShape(PoolShape input) => PoolGeometry.OutputShape(this, input);

    /// <summary>
    /// The shape that unpooling an output of the given shape gives where no other is asked for; per axis PyTorch's and ONNX's
    /// <c>(n - 1) * stride - padding + window</c>, with both paddings.
    /// </summary>
    /// <exception cref="ArgumentException">An axis has no elements left, padding or windows follow from the size, or the elements are more than a span can hold.</exception>
    public PoolShape UnpooledShape(PoolShape pooled) => PoolGeometry.UnpooledShape(this, pooled);

    /// <summary>
    /// The same configuration with the padding that it has over an input of the given shape, stated: the configuration itself where no
    /// padding is automatic.
    /// </summary>
    public PoolConfig At(in PoolShape shape)
    {
        if (!IsAutomatic)
            return this;
        return Along(Depth.At(shape.Depth), Height.At(shape.Height), Width.At(shape.Width));
    }

    /// <summary>The same configuration along axes whose padding is stated instead.</summary>
    internal PoolConfig Along(PoolAxis alongDepth, PoolAxis alongHeight, PoolAxis alongWidth)
    {
        bool padded = alongDepth.IsPadded || alongHeight.IsPadded || alongWidth.IsPadded;
        return new(Pack(alongDepth), Pack(alongHeight), Pack(alongWidth), padded ? rest : rest & ~(1UL << ExcludePadShift), fusion);
    }

    /// <summary>Whether the padding of an axis follows from its size.</summary>
    internal bool IsAutomatic => ((depth | height | width) & AutoPaddingMask) != 0;

    /// <summary>Whether a kernel for this configuration gives what <paramref name="request"/> allows: equal, or exact where the request allows reassociation.</summary>
    public bool Satisfies(in PoolConfig request) =>
        Equals(request) || (request.AllowReassociation && Equals(request.Exact));

    /// <summary>The same configuration with outputs rounded down.</summary>
    internal PoolConfig WithoutCeilMode => new(depth, height, width, rest & ~(1UL << CeilShift), fusion);

    /// <summary>The same configuration with sums in row-major order.</summary>
    public PoolConfig Exact => new(depth, height, width, rest & ~(1UL << ReassociationShift), fusion);

    /// <summary>
    /// The same configuration without the options that have no effect on its elements: whole numbers add up to the same in any order,
    /// and only their averages are rounded.
    /// </summary>
    internal PoolConfig Over(bool wholeNumbers)
    {
        return HasIdleOptions(wholeNumbers) ? new(depth, height, width, rest & ~IdleOptions(wholeNumbers), fusion) : this;
    }

    /// <summary>Whether the configuration has options that have no effect on its elements.</summary>
    internal bool HasIdleOptions(bool wholeNumbers) => (rest & IdleOptions(wholeNumbers)) != 0;

    private static ulong IdleOptions(bool wholeNumbers) => wholeNumbers ? 1UL << ReassociationShift : (ulong)RoundingMask << RoundingShift;

    /// <inheritdoc/>
    public bool Equals(PoolConfig other) => IsSame(other);

    /// <summary>The same as <see cref="Equals(PoolConfig)"/> without a copy of either.</summary>
    internal bool IsSame(in PoolConfig other) =>
        rest == other.rest && width == other.width && height == other.height && depth == other.depth
        && (fusion is null ? other.fusion is null : fusion.Equals(other.fusion));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PoolConfig other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        ulong mixed = (rest * 0x9E3779B97F4A7C15) ^ (width * 0xC2B2AE3D27D4EB4F) ^ (height * 0x165667B19E3779F9) ^ (depth * 0x27D4EB2F165667C5);
        return (int)(mixed >> 32) ^ (int)mixed ^ (fusion is null ? 0 : fusion.GetHashCode());
    }

    /// <summary>The name of the generated method for this configuration, such as <c>Max3x3S2P1</c>.</summary>
    public override string ToString() => PoolConfigName.Of(this);

    /// <summary>Whether both configurations compute the same.</summary>
    public static bool operator ==(PoolConfig left, PoolConfig right) => left.Equals(right);

    /// <summary>Whether the configurations compute different things.</summary>
    public static bool operator !=(PoolConfig left, PoolConfig right) => !left.Equals(right);

    private PoolConfig(ulong depth, ulong height, ulong width, ulong rest, PoolFusion? fusion)
    {
        this.depth = depth;
        this.height = height;
        this.width = width;
        this.rest = rest;
        this.fusion = fusion;
    }

    /// <summary>Over windows that follow one another without a stride, and over single taps, automatic padding is the same for every size.</summary>
    private static PoolAxis Canonical(PoolAxis axis)
    {
        if (axis.Window == 1)
            axis = axis with { Dilation = 1 };
        return axis.Stride == 1 || axis.Window == 1 ? axis.At(size: 1) : axis;
    }

    /// <summary>Whether ceil mode can change the outputs of an axis; automatic padding rounds up anyway.</summary>
    private static bool Rounds(PoolAxis axis) => axis.Stride > 1 && axis.AutoPadding == PoolAutoPadding.None;

    private static ulong Bit(bool value) => value ? 1UL : 0UL;

    // The outputs of an adaptive axis stand where the window of another does.
    private static ulong Pack(PoolAxis axis) => axis.IsAdaptive ? AdaptiveMask | Field(axis.Outputs - 1, 4)
        : Field(axis.Window - 1, 4) | Field(axis.Stride - 1, 3) | Field(axis.Dilation - 1, 2) | Field(axis.PaddingBefore, 1) | Field(axis.PaddingAfter, 0)
        | ((ulong)axis.AutoPadding << AutoPaddingShift);

    private static PoolAxis Unpack(ulong word) => (word & AdaptiveMask) != 0 ? PoolAxis.Adaptive(Field(word, 4) + 1) : new(Field(word, 4) + 1, Field(word, 3) + 1)
    {
        Dilation = Field(word, 2) + 1,
        PaddingBefore = Field(word, 1),
        PaddingAfter = Field(word, 0),
        AutoPadding = (PoolAutoPadding)((word & AutoPaddingMask) >> AutoPaddingShift),
    };

    private static ulong Field(int value, int index) => (ulong)(uint)value << (index * FieldBits);

    private static int Field(ulong word, int index) => (int)((word >> (index * FieldBits)) & FieldMask);
}
