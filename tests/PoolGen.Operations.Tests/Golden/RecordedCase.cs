using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using PoolGen.Tests.Golden;

namespace PoolGen.Operations.Tests.Golden;

/// <summary>A call with indices or gradients that was recorded from another library; Data/README.md explains the fields.</summary>
internal sealed record RecordedCase
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public required string Id { get; init; }

    public required string Op { get; init; }

    public required string Layout { get; init; }

    public required string Dtype { get; init; }

    public string? Tags { get; init; }

    public required int[] InputShape { get; init; }

    public required int[] OutputShape { get; init; }

    public int[]? Kernel { get; init; }

    public int[]? Stride { get; init; }

    public int[]? Padding { get; init; }

    public string? Pad { get; init; }

    public int[]? PadBegin { get; init; }

    public int[]? PadEnd { get; init; }

    public int[]? Dilation { get; init; }

    public bool? CeilMode { get; init; }

    public bool? CountIncludePad { get; init; }

    public int? DivisorOverride { get; init; }

    public int[]? OutputSize { get; init; }

    public bool? IncludeBatchInIndex { get; init; }

    public bool HasNaN { get; init; }

    public string Input { get; init; } = "";

    public string Output { get; init; } = "";

    public string? Indices { get; init; }

    public string? GradOutput { get; init; }

    public string? GradInput { get; init; }

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

    /// <summary>TensorFlow.js names its padding.</summary>
    public bool IsTorch => Pad is null;

    public bool IsAverage => Op is "avg" or "adaptive_avg";

    /// <summary>Whether every window has an index; TensorFlow.js has -1 where it finds none.</summary>
    public bool FindsEverything => Indices is null || !System.Runtime.InteropServices.MemoryMarshal.Cast<byte, long>(Convert.FromBase64String(Indices)).Contains(-1);

    /// <summary>Whether the case can be asked for: an unpooled shape is one that a configuration pools.</summary>
    public bool IsPossible => Op != "max_unpool"
        || Pools(Config(ceilMode: false), ShapeOf(OutputShape), ShapeOf(InputShape)) || Pools(Config(ceilMode: true), ShapeOf(OutputShape), ShapeOf(InputShape));

    /// <summary>Whether the configuration pools a shape to another.</summary>
    public static bool Pools(PoolConfig config, PoolShape shape, PoolShape pooled) =>
        PoolGen.Tests.Oracle.Accepts(config, shape) && PoolGen.Tests.Oracle.OutputShape(config, shape) == pooled;

    private bool IsChannelsLast => Layout == "NHWC";

    /// <summary>The configuration; in ceil mode where the caller wants that. TensorFlow divides by the elements that a window has.</summary>
    public PoolConfig Config(bool ceilMode) => PoolConfig.Create(IsAverage ? PoolMode.Average : PoolMode.Max, Axis(3), Axis(2), Axis(1), new PoolOptions
    {
        Layout = IsChannelsLast ? PoolLayout.ChannelsLast : PoolLayout.ChannelsFirst,
        CeilMode = ceilMode,
        CountIncludePad = !IsAverage || (CountIncludePad ?? IsTorch),
        DivisorOverride = DivisorOverride,
    });

    /// <summary>Recorded elements in the order of the configuration: those of PyTorch are in channels-first order whatever it was fed.</summary>
    public T[] Elements<T>(string text, int[] shape)
        where T : unmanaged => IsChannelsLast && IsTorch ? GoldenCase.DecodeToChannelsLast<T>(text, shape) : GoldenCase.Decode<T>(text);

    /// <summary>The shape of batch, channels and one to three spatial axes.</summary>
    public static PoolShape ShapeOf(int[] sizes) => new(sizes[0], sizes[1], sizes.Length > 4 ? sizes[^3] : 1, sizes.Length > 3 ? sizes[^2] : 1, sizes[^1]);

    /// <summary>Every case of a file, in its order.</summary>
    public static IReadOnlyList<RecordedCase> Load(string file)
    {
        using Stream packed = Assembly.GetExecutingAssembly().GetManifestResourceStream(file) ?? throw new InvalidOperationException($"The resource {file} is missing");
        using StreamReader lines = new(new GZipStream(packed, CompressionMode.Decompress));
        List<RecordedCase> cases = [];
        while (lines.ReadLine() is string line)
            cases.Add(JsonSerializer.Deserialize<RecordedCase>(line, Options)!);
        return cases;
    }

    private PoolAxis Axis(int last) => last > InputShape.Length - 2 ? default
        : Kernel is null ? PoolAxis.Adaptive(OutputSize![^last])
        : new(Kernel[^last], Stride![^last])
        {
            PaddingBefore = (PadBegin ?? Padding!)[^last],
            PaddingAfter = (PadEnd ?? Padding!)[^last],
            Dilation = Dilation?[^last] ?? 1,
        };
}
