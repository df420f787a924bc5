using System;
using System.Globalization;

namespace PoolGen;

/// <summary>The attributes that ONNX's pooling operators share, as axes.</summary>
internal readonly ref struct OnnxAttributes
{
    /// <summary>The default of <c>auto_pad</c>: padding is what <c>pads</c> states.</summary>
    public const string NotSet = "NOTSET";

    private readonly ReadOnlySpan<long> kernelShape;
    private readonly ReadOnlySpan<long> strides;
    private readonly ReadOnlySpan<long> pads;
    private readonly ReadOnlySpan<long> dilations;
    private readonly PoolAutoPadding automatic;

    public OnnxAttributes(
        ReadOnlySpan<long> kernelShape, ReadOnlySpan<long> strides, ReadOnlySpan<long> pads, ReadOnlySpan<long> dilations, bool ceilMode, string autoPad)
    {
        int rank = kernelShape.Length;
        if (rank is < 1 or > 3)
            throw new ArgumentException($"Attribute kernel_shape has {Text(rank)} elements; it must have one for each of one to three spatial axes", nameof(kernelShape));
        CheckLength("strides", nameof(strides), strides, rank);
        CheckLength("pads", nameof(pads), pads, 2 * rank);
        CheckLength("dilations", nameof(dilations), dilations, rank);
        automatic = Automatic(autoPad);
        if (autoPad != NotSet && pads.ContainsAnyExcept(0))
            throw new ArgumentException($"Attribute auto_pad is {autoPad} and pads are stated; there must be one of them", nameof(pads));
        if (autoPad == "VALID" && ceilMode)
        {
            // The specification says ceil((n - window + 1) / stride); ONNX Runtime computes what PyTorch does.
            throw new ArgumentException(
                "Attribute auto_pad is VALID and ceil_mode is 1, which the specification and ONNX Runtime take differently; auto_pad must be NOTSET for ceil_mode", nameof(autoPad));
        }

        this.kernelShape = kernelShape;
        this.strides = strides;
        this.pads = pads;
        this.dilations = dilations;
    }

    /// <summary>The configuration over the axes: the last is the width.</summary>
    public PoolConfig Config(PoolMode mode, PoolOptions options) => PoolConfig.Create(mode, Axis(3), Axis(2), Axis(1), options);

    /// <summary>The axis that comes so far from the end.</summary>
    private PoolAxis Axis(int last)
    {
        int rank = kernelShape.Length, index = rank - last;
        return index < 0 ? default : new(Number(kernelShape[index]), strides.IsEmpty ? 1 : Number(strides[index]))
        {
            Dilation = dilations.IsEmpty ? 1 : Number(dilations[index]),
            PaddingBefore = pads.IsEmpty ? 0 : Number(pads[index]),
            PaddingAfter = pads.IsEmpty ? 0 : Number(pads[rank + index]),
            AutoPadding = automatic,
        };
    }

    private static PoolAutoPadding Automatic(string autoPad) => autoPad switch
    {
        NotSet or "VALID" => PoolAutoPadding.None,
        "SAME_UPPER" => PoolAutoPadding.SameUpper,
        "SAME_LOWER" => PoolAutoPadding.SameLower,
        _ => throw new ArgumentException($"Attribute auto_pad is {autoPad}; it must be NOTSET, SAME_UPPER, SAME_LOWER or VALID", nameof(autoPad)),
    };

    private static void CheckLength(string name, string argument, ReadOnlySpan<long> values, int needed)
    {
        if (!values.IsEmpty && values.Length != needed)
            throw new ArgumentException($"Attribute {name} has incorrect size: {Text(values.Length)} elements; it must have {Text(needed)}", argument);
    }

    /// <summary>Numbers far beyond the largest sizes stay beyond them.</summary>
    private static int Number(long value) => (int)Math.Clamp(value, int.MinValue, int.MaxValue);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
