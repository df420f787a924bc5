using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace PoolGen.Tests.Vocabulary;

/// <summary>Unusual calls of PyTorch, recorded as accepted or rejected: which are accepted here, which rejected, and in which words.</summary>
public sealed partial class TorchErrorTests(ITestOutputHelper log)
{
    private const string BothAccept = "both accept", SameWords = "both refuse, in the same words", OtherWords = "both refuse, in other words";
    private const string OnlyPyTorch = "only PyTorch accepts", OnlyPoolGen = "only PoolGen accepts", NoCall = "not a call that can be written here";

    [Fact]
    public void What_PyTorch_refuses_is_refused_in_its_words()
    {
        List<(string Kind, string Text)> found = [];
        foreach (Unusual call in TorchCall.Load<Unusual>("torch-errors.jsonl.gz"))
        {
            (string kind, string? words) = Judge(call);
            found.Add((kind, $"{call.Function}: {call.What}"));
            log.WriteLine($"{kind} | {call.Function}: {call.What} | {call.Error} | {words}");
        }

        Dictionary<string, int> counts = found.GroupBy(entry => entry.Kind).ToDictionary(group => group.Key, group => group.Count());
        foreach ((string kind, int count) in counts)
            log.WriteLine($"{count} {kind}");
        Assert.Equal(
            [(BothAccept, 25), (OtherWords, 23), (SameWords, 34), (NoCall, 47), (OnlyPoolGen, 1), (OnlyPyTorch, 14)],
            counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));

        // PyTorch alone takes sizes of 0, windows without an element, and exponents that give no norm.
        string[] empty = ["output size 0", "C = 0", "H = 0, output 1x1", "window without any input element", "norm_type 0", "norm_type -1"];
        Assert.All(found.Where(entry => entry.Kind == OnlyPyTorch), entry => Assert.Contains(empty, reason => entry.Text.Contains(reason, StringComparison.Ordinal)));
        Assert.Equal("avg_pool3d: input smaller than kernel, fits with padding (1x1x1, k3 p1)", found.Single(entry => entry.Kind == OnlyPoolGen).Text);
    }

    /// <summary>What comes of a call here, and the words of a refusal.</summary>
    private static (string Kind, string? Words) Judge(Unusual call)
    {
        // Ranks of tensors, element types and indices are no matter of a configuration.
        int spatial = call.Function.Contains("1d", StringComparison.Ordinal) ? 1 : call.Function.Contains("2d", StringComparison.Ordinal) ? 2 : 3;
        bool otherRank = call.InputShape.Length != spatial + 1 && call.InputShape.Length != spatial + 2;
        if (otherRank || call.Function.Contains("unpool", StringComparison.Ordinal) || call.Dtype != "float32" || Make(call) is not Func<PoolConfig> make)
            return (NoCall, null);
        PoolConfig config;
        try
        {
            config = make();
        }
        catch (ArgumentException refusal)
        {
            string words = refusal.Message[..refusal.Message.LastIndexOf(" (Parameter", StringComparison.Ordinal)];
            return (call.Accepted ? OnlyPyTorch : words == call.Error ? SameWords : OtherWords, words);
        }

        try
        {
            PoolShape pooled = config.OutputShape(Shape(call.InputShape, spatial));
            if (call.Accepted)
                Assert.Equal(Shape(call.OutputShape!, spatial), pooled);
            return (call.Accepted ? BothAccept : OnlyPoolGen, null);
        }
        catch (ArgumentException refusal)
        {
            return (call.Accepted ? OnlyPyTorch : OtherWords, refusal.Message);
        }
    }

    private static PoolShape Shape(int[] lengths, int spatial)
    {
        int[] all = lengths.Length == spatial + 1 ? [1, .. lengths] : lengths;
        return new(all[0], all[1], spatial > 2 ? all[^3] : 1, spatial > 1 ? all[^2] : 1, all[^1]);
    }

    /// <summary>The call by the names here, or null where its arguments are lists of the wrong length or numbers beyond 32 bits.</summary>
    private static Func<PoolConfig>? Make(Unusual call)
    {
        if (Norm().Match(call.Call) is { Success: true } norm)
        {
            PlaneSizes[] sizes = [.. new[] { 2, 3 }.Select(group => norm.Groups[group].Value.Split(',').Select(int.Parse).ToArray()).Select(pair => new PlaneSizes(pair[0], pair[1]))];
            float p = norm.Groups[1].Value == "Infinity" ? float.PositiveInfinity : float.Parse(norm.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
            return () => Torch.LPPool2d(p, sizes[0], sizes[1]);
        }

        string arguments = Arguments().Match(call.Call).Groups[1].Value.Replace("False", "false", StringComparison.Ordinal)
            .Replace("True", "true", StringComparison.Ordinal).Replace("None", "null", StringComparison.Ordinal);
        JsonElement[] values = [.. JsonDocument.Parse($"[{arguments}]").RootElement.EnumerateArray()];
        int[]?[] lists = [.. values.Where(value => value.ValueKind == JsonValueKind.Array).Select(Numbers)];
        int?[] last = [.. values.Where(value => value.ValueKind is JsonValueKind.Number or JsonValueKind.Null).Select(value => value.ValueKind == JsonValueKind.Null ? (int?)null : value.GetInt32())];
        bool[] flags = [.. values.Where(value => value.ValueKind is JsonValueKind.True or JsonValueKind.False).Select(value => value.GetBoolean())];
        int rank = call.Function.Contains("1d", StringComparison.Ordinal) ? 1 : call.Function.Contains("2d", StringComparison.Ordinal) ? 2 : 3;

        // One number stands for all, and no stride for that of the window.
        for (int i = 0; i < lists.Length; i++)
        {
            if (lists[i] is not int[] list || (list.Length != rank && (list.Length != 1 || call.Function.StartsWith("adaptive", StringComparison.Ordinal)) && !(i == 1 && list.Length == 0)))
                return null;
            if (list.Length == 1)
                lists[i] = [.. Enumerable.Repeat(list[0], rank)];
            if (list.Length == 0)
                lists[i] = lists[0];
        }

        int[][] sized = lists!;
        return call.Function.Replace("_with_indices", "", StringComparison.Ordinal) switch
        {
            "max_pool1d" => () => Torch.MaxPool1d(sized[0][0], sized[1][0], sized[2][0], sized[3][0], flags[0]),
            "max_pool2d" => () => Torch.MaxPool2d(Two(sized[0]), Two(sized[1]), Two(sized[2]), Two(sized[3]), flags[0]),
            "max_pool3d" => () => Torch.MaxPool3d(Three(sized[0]), Three(sized[1]), Three(sized[2]), Three(sized[3]), flags[0]),
            "avg_pool1d" => () => Torch.AvgPool1d(sized[0][0], sized[1][0], sized[2][0], flags[0], flags[1]),
            "avg_pool2d" => () => Torch.AvgPool2d(Two(sized[0]), Two(sized[1]), Two(sized[2]), flags[0], flags[1], last[0]),
            "avg_pool3d" => () => Torch.AvgPool3d(Three(sized[0]), Three(sized[1]), Three(sized[2]), flags[0], flags[1], last[0]),
            "adaptive_avg_pool1d" => () => Torch.AdaptiveAvgPool1d(sized[0][0]),
            "adaptive_avg_pool2d" => () => Torch.AdaptiveAvgPool2d((sized[0][0], sized[0][1])),
            "adaptive_avg_pool3d" => () => Torch.AdaptiveAvgPool3d((sized[0][0], sized[0][1], sized[0][2])),
            "adaptive_max_pool1d" => () => Torch.AdaptiveMaxPool1d(sized[0][0]),
            "adaptive_max_pool2d" => () => Torch.AdaptiveMaxPool2d((sized[0][0], sized[0][1])),
            "adaptive_max_pool3d" => () => Torch.AdaptiveMaxPool3d((sized[0][0], sized[0][1], sized[0][2])),
            _ => throw new NotSupportedException(call.Function),
        };
    }

    private static int[]? Numbers(JsonElement list)
    {
        JsonElement[] values = [.. list.EnumerateArray()];
        return Array.TrueForAll(values, value => value.TryGetInt32(out _)) ? [.. values.Select(value => value.GetInt32())] : null;
    }

    private static PlaneSizes Two(int[] sizes) => (sizes[0], sizes[1]);

    private static VolumeSizes Three(int[] sizes) => (sizes[0], sizes[1], sizes[2]);

    [GeneratedRegex(@"^torch\.\w+\(x,(.*)\)(\[\d\])?$")]
    private static partial Regex Arguments();

    [GeneratedRegex("= (.*);(.*);(.*)$")]
    private static partial Regex Norm();

    private sealed record Unusual(string Function, string What, string Dtype, int[] InputShape, string Call, bool Accepted, string? Error, int[]? OutputShape);
}
