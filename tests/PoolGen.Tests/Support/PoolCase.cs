using System.Globalization;

namespace PoolGen.Tests.Support;

/// <summary>One call: what is computed, over which shape and elements. Its text can be pasted into Cases/regressions.txt.</summary>
internal sealed record PoolCase(PoolConfig Config, PoolShape Shape, Type Element, Data Data, int Seed)
{
    public override string ToString()
    {
        PoolAxis height = Config.Height, width = Config.Width;
        List<string> words =
        [
            $"mode={Config.Mode}",
            $"layout={Config.Layout}",
            Text($"window={height.Window}x{width.Window}"),
            Text($"stride={height.Stride}x{width.Stride}"),
            Text($"padding={height.PaddingBefore},{height.PaddingAfter},{width.PaddingBefore},{width.PaddingAfter}"),
            Text($"dilation={height.Dilation}x{width.Dilation}"),
            $"ceil={Config.CeilMode}",
            $"includePad={Config.CountIncludePad}",
            Text($"divisor={Config.DivisorOverride ?? 0}"),
            $"reassociation={Config.AllowReassociation}",
            Text($"shape={Shape.Batch}x{Shape.Channels}x{Shape.Height}x{Shape.Width}"),
            $"element={ElementTypes.NameOf(Element)}",
            $"data={Data}",
            Text($"seed={Seed}"),
        ];
        if (Config.Rounding is PoolRounding rounding)
            words.Add($"rounding={rounding}");
        return string.Join(' ', words);
    }

    public static PoolCase Parse(string text)
    {
        Dictionary<string, string> words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        int[] window = Numbers(words["window"]), stride = Numbers(words["stride"]), dilation = Numbers(words["dilation"]);
        int[] padding = Numbers(words["padding"]), shape = Numbers(words["shape"]);
        int divisor = Numbers(words["divisor"])[0];
        PoolAxis height = new(window[0], stride[0]) { PaddingBefore = padding[0], PaddingAfter = padding[1], Dilation = dilation[0] };
        PoolAxis width = new(window[1], stride[1]) { PaddingBefore = padding[2], PaddingAfter = padding[3], Dilation = dilation[1] };
        PoolOptions options = new()
        {
            Layout = Enum.Parse<PoolLayout>(words["layout"]),
            CeilMode = bool.Parse(words["ceil"]),
            CountIncludePad = bool.Parse(words["includePad"]),
            DivisorOverride = divisor == 0 ? null : divisor,
            AllowReassociation = bool.Parse(words["reassociation"]),
            Rounding = words.TryGetValue("rounding", out string? rounding) ? Enum.Parse<PoolRounding>(rounding) : null,
        };
        return new PoolCase(
            PoolConfig.Create(Enum.Parse<PoolMode>(words["mode"]), height, width, options),
            new PoolShape(shape[0], shape[1], shape[2], shape[3]),
            ElementTypes.ByName(words["element"]),
            Enum.Parse<Data>(words["data"]),
            Numbers(words["seed"])[0]);
    }

    private static int[] Numbers(string text) =>
        [.. text.Split('x', ',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
