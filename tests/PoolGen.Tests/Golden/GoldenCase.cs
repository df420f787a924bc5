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

    public required int[] Kernel { get; init; }

    public required int[] Stride { get; init; }

    public int[]? Padding { get; init; }

    public int[]? PadBegin { get; init; }

    public int[]? PadEnd { get; init; }

    public int[]? Dilation { get; init; }

    public bool CeilMode { get; init; }

    public bool CountIncludePad { get; init; }

    public int? DivisorOverride { get; init; }

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

    public PoolShape Shape => new(InputShape[0], InputShape[1], InputShape[2], InputShape[3]);

    public PoolConfig Config => PoolConfig.Create(
        Op == "max" ? PoolMode.Max : PoolMode.Average,
        Axis(0),
        Axis(1),
        new PoolOptions
        {
            Layout = ChannelsLast ? PoolLayout.ChannelsLast : PoolLayout.ChannelsFirst,
            CeilMode = CeilMode,
            CountIncludePad = CountIncludePad,
            DivisorOverride = Op == "max" ? null : DivisorOverride,
            Rounding = Dtype == "int64" ? PoolRounding.Truncate : null,
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
        int next = 0;
        for (int n = 0; n < shape[0]; n++)
        {
            for (int c = 0; c < shape[1]; c++)
            {
                for (int y = 0; y < shape[2]; y++)
                {
                    for (int x = 0; x < shape[3]; x++)
                        last[Oracle.Place(PoolLayout.ChannelsLast, shape[1], shape[2], shape[3], n, c, y, x)] = first[next++];
                }
            }
        }

        return last;
    }

    private PoolAxis Axis(int axis) => new(Kernel[axis], Stride[axis])
    {
        PaddingBefore = (PadBegin ?? Padding!)[axis],
        PaddingAfter = (PadEnd ?? Padding!)[axis],
        Dilation = Dilation?[axis] ?? 1,
    };
}
