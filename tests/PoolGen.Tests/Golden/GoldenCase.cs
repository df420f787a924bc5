using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PoolGen.Tests.Golden;

/// <summary>A call that was recorded from another library; Data/README.md explains the fields.</summary>
internal sealed record GoldenCase
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public required string Id { get; init; }

    public required string Op { get; init; }

    public required string Layout { get; init; }

    public required string Dtype { get; init; }

    public required int[] InputShape { get; init; }

    public required int[] OutputShape { get; init; }

    public int[] Kernel { get; init; } = [];

    public int[] Stride { get; init; } = [];

    /// <summary>The outputs along each axis of adaptive pooling.</summary>
    public int[]? OutputSize { get; init; }

    public string Tags { get; init; } = "";

    /// <summary>How padding was asked for: <c>same</c>, <c>valid</c> or <c>explicit</c>.</summary>
    public string? Pad { get; init; }

    public int[]? Padding { get; init; }

    public int[]? PadBegin { get; init; }

    public int[]? PadEnd { get; init; }

    public int[]? Dilation { get; init; }

    public bool CeilMode { get; init; }

    public bool CountIncludePad { get; init; }

    public int? DivisorOverride { get; init; }

    /// <summary>The power of a norm.</summary>
    public float? P { get; init; }

    public bool HasNaN { get; init; }

    public required string Input { get; init; }

    public required string Output { get; init; }

    public Type Element => Dtype switch
    {
        "float32" => typeof(float),
        "float64" => typeof(double),
        "float16" => typeof(Half),
        "int8" => typeof(sbyte),
        "uint8" => typeof(byte),
        "int32" => typeof(int),
        "int64" => typeof(long),
        _ => throw new NotSupportedException(Dtype),
    };

    public bool ChannelsLast => Layout == "NHWC";

    public PoolShape Shape => ShapeOf(InputShape);

    public PoolConfig Config => OutputSize is not null ? Adaptive : PoolConfig.Create(
        Op == "max" ? PoolMode.Max : Op == "lp" ? PoolMode.Lp : PoolMode.Average,
        Axis(3),
        Axis(2),
        Axis(1),
        new PoolOptions
        {
            Layout = ChannelsLast ? PoolLayout.ChannelsLast : PoolLayout.ChannelsFirst,
            CeilMode = CeilMode,
            CountIncludePad = CountIncludePad,
            DivisorOverride = Op == "max" ? null : DivisorOverride,
            Rounding = Dtype == "int64" ? PoolRounding.Truncate : null,
            Norm = P,
        });

    /// <summary>Every case of a file, in its order.</summary>
    public static IReadOnlyList<GoldenCase> Load(string file)
    {
        using Stream packed = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The resource {file} is missing"));
        using StreamReader lines = new(new GZipStream(packed, CompressionMode.Decompress));
        List<GoldenCase> cases = [];
        while (lines.ReadLine() is string line)
            cases.Add(JsonSerializer.Deserialize<GoldenCase>(line, Options)!);
        return cases;
    }

    /// <summary>The elements of base64 text.</summary>
    public static T[] Decode<T>(string text)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Convert.FromBase64String(text)).ToArray();

    /// <summary>The elements of base64 text in channels-first order, in channels-last order.</summary>
    public static T[] DecodeToChannelsLast<T>(string text, int[] shape)
        where T : unmanaged
    {
        T[] first = Decode<T>(text);
        T[] last = new T[first.Length];
        PoolShape sizes = ShapeOf(shape);
        int row = sizes.Width, slice = row * sizes.Height, volume = slice * sizes.Depth;
        for (int index = 0; index < first.Length; index++)
        {
            (int plane, int place) = Math.DivRem(index, volume);
            (int n, int c) = Math.DivRem(plane, sizes.Channels);
            last[Oracle.Place(PoolLayout.ChannelsLast, sizes, n, c, place / slice, place % slice / row, place % row)] = first[index];
        }

        return last;
    }

    /// <summary>The shape of batch, channels and one to three spatial axes.</summary>
    private static PoolShape ShapeOf(int[] sizes) => new(sizes[0], sizes[1], sizes.Length > 4 ? sizes[^3] : 1, sizes.Length > 3 ? sizes[^2] : 1, sizes[^1]);

    /// <summary>Whether the configuration leaves padding to the shape, instead of stating what was recorded.</summary>
    public bool LeavesPadding { get; init; }

    /// <summary>The configuration of adaptive pooling; one output along all axes is global pooling, whatever the rank.</summary>
    private PoolConfig Adaptive
    {
        get
        {
            PoolMode mode = Op == "adaptive_max" ? PoolMode.Max : PoolMode.Average;
            PoolOptions options = new() { Layout = ChannelsLast ? PoolLayout.ChannelsLast : PoolLayout.ChannelsFirst };
            return Array.TrueForAll(OutputSize!, outputs => outputs == 1) ? PoolConfig.Global(mode, options) : PoolConfig.Adaptive(mode, Outputs(3), Outputs(2), Outputs(1), options);
        }
    }

    private int? Outputs(int last) => last > OutputSize!.Length ? null : OutputSize[^last];

    /// <summary>The axis that comes so far from the end; one without pooling where there are fewer.</summary>
    private PoolAxis Axis(int last) => last > Kernel.Length ? default : new(Kernel[^last], Stride[^last])
    {
        PaddingBefore = LeavesPadding ? 0 : (PadBegin ?? Padding!)[^last],
        PaddingAfter = LeavesPadding ? 0 : (PadEnd ?? Padding!)[^last],
        AutoPadding = LeavesPadding ? PoolAutoPadding.SameUpper : PoolAutoPadding.None,
        Dilation = Dilation?[^last] ?? 1,
    };
}
