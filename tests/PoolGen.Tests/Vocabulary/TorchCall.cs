using System.IO.Compression;
using System.Reflection;
using System.Text.Json;

namespace PoolGen.Tests.Vocabulary;

/// <summary>A recorded call of PyTorch as its own arguments, and as a call of <see cref="Torch"/>. It shares nothing with the configurations of other golden tests.</summary>
internal sealed record TorchCall
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public required string Id { get; init; }

    public required string Op { get; init; }

    public required string Layout { get; init; }

    public required string Dtype { get; init; }

    public required int[] InputShape { get; init; }

    public required int[] OutputShape { get; init; }

    public int[]? Kernel { get; init; }

    public int[]? Stride { get; init; }

    public int[]? Padding { get; init; }

    public int[]? Dilation { get; init; }

    public bool? CeilMode { get; init; }

    public bool? CountIncludePad { get; init; }

    public int? DivisorOverride { get; init; }

    public double? P { get; init; }

    public int[]? OutputSize { get; init; }

    public required string Input { get; init; }

    public required string Output { get; init; }

    public bool ChannelsLast => Layout == "NHWC";

    public Type Element => Dtype switch
    {
        "float32" => typeof(float),
        "float64" => typeof(double),
        "float16" => typeof(Half),
        "int8" => typeof(sbyte),
        "uint8" => typeof(byte),
        "int32" => typeof(int),
        _ => typeof(long),
    };

    public PoolShape Shape => new(
        InputShape[0], InputShape[1], InputShape.Length > 4 ? InputShape[^3] : 1, InputShape.Length > 3 ? InputShape[^2] : 1, InputShape[^1]);

    public PoolConfig Config => (Op, InputShape.Length - 2) switch
    {
        ("max", 1) => Torch.MaxPool1d(Kernel![0], Stride![0], Padding![0], Dilation![0], CeilMode!.Value, Memory),
        ("max", 2) => Torch.MaxPool2d(Two(Kernel), Two(Stride), Two(Padding), Two(Dilation), CeilMode!.Value, Memory),
        ("max", _) => Torch.MaxPool3d(Three(Kernel), Three(Stride), Three(Padding), Three(Dilation), CeilMode!.Value, Memory),
        ("avg", 1) => Torch.AvgPool1d(Kernel![0], Stride![0], Padding![0], CeilMode!.Value, CountIncludePad!.Value, Memory, Rounding),
        ("avg", 2) => Torch.AvgPool2d(Two(Kernel), Two(Stride), Two(Padding), CeilMode!.Value, CountIncludePad!.Value, DivisorOverride, Memory, Rounding),
        ("avg", _) => Torch.AvgPool3d(Three(Kernel), Three(Stride), Three(Padding), CeilMode!.Value, CountIncludePad!.Value, DivisorOverride, Memory, Rounding),
        ("lp", 1) => Torch.LPPool1d((float)P!.Value, Kernel![0], Stride![0], CeilMode!.Value, Memory),
        ("lp", 2) => Torch.LPPool2d((float)P!.Value, Two(Kernel), Two(Stride), CeilMode!.Value, Memory),
        ("adaptive_max", 1) => Torch.AdaptiveMaxPool1d(OutputSize![0], Memory),
        ("adaptive_max", 2) => Torch.AdaptiveMaxPool2d((OutputSize![0], OutputSize[1]), Memory),
        ("adaptive_max", _) => Torch.AdaptiveMaxPool3d((OutputSize![0], OutputSize[1], OutputSize[2]), Memory),
        ("adaptive_avg", 1) => Torch.AdaptiveAvgPool1d(OutputSize![0], Memory),
        ("adaptive_avg", 2) => Torch.AdaptiveAvgPool2d((OutputSize![0], OutputSize[1]), Memory),
        ("adaptive_avg", _) => Torch.AdaptiveAvgPool3d((OutputSize![0], OutputSize[1], OutputSize[2]), Memory),
        _ => throw new NotSupportedException(Id),
    };

    private PoolLayout Memory => ChannelsLast ? PoolLayout.ChannelsLast : PoolLayout.ChannelsFirst;

    private PoolRounding? Rounding => Dtype == "int64" ? PoolRounding.Truncate : null;

    /// <summary>Every line of a file, in its order.</summary>
    public static IEnumerable<T> Load<T>(string file)
    {
        using Stream packed = Assembly.GetExecutingAssembly().GetManifestResourceStream(file) ?? throw new InvalidOperationException($"The resource {file} is missing");
        using StreamReader lines = new(new GZipStream(packed, CompressionMode.Decompress));
        while (lines.ReadLine() is string line)
            yield return JsonSerializer.Deserialize<T>(line, Options)!;
    }

    private static PlaneSizes Two(int[]? sizes) => (sizes![0], sizes[1]);

    private static VolumeSizes Three(int[]? sizes) => (sizes![0], sizes[1], sizes[2]);
}
