using System.Globalization;

namespace PoolGen.Tests.Support;

/// <summary>One call: what is computed, over which shape and elements. Its text can be pasted into Cases/regressions.txt.</summary>
internal sealed record PoolCase(PoolConfig Config, PoolShape Shape, Type Element, Data Data, int Seed)
{
    public override string ToString()
    {
        PoolAxis depth = Config.Depth, height = Config.Height, width = Config.Width;

        // Volumes have a third number in front.
        bool volume = depth != default || Shape.Depth > 1;
        List<string> words =
        [
            $"mode={Config.Mode}",
            $"layout={Config.Layout}",
            Text($"window={First(depth.Window)}{height.Window}x{width.Window}"),
            Text($"stride={First(depth.Stride)}{height.Stride}x{width.Stride}"),
            Text($"padding={(volume ? Text($"{depth.PaddingBefore},{depth.PaddingAfter},") : "")}{height.PaddingBefore},{height.PaddingAfter},{width.PaddingBefore},{width.PaddingAfter}"),
            Text($"dilation={First(depth.Dilation)}{height.Dilation}x{width.Dilation}"),
            $"ceil={Config.CeilMode}",
            $"includePad={Config.CountIncludePad}",
            Text($"divisor={Config.DivisorOverride ?? 0}"),
            $"reassociation={Config.AllowReassociation}",
            Text($"shape={Shape.Batch}x{Shape.Channels}x{First(Shape.Depth)}{Shape.Height}x{Shape.Width}"),
            $"element={ElementTypes.NameOf(Element)}",
            $"data={Data}",
            Text($"seed={Seed}"),
        ];
        if (depth.AutoPadding != PoolAutoPadding.None || height.AutoPadding != PoolAutoPadding.None || width.AutoPadding != PoolAutoPadding.None)
            words.Add($"autoPadding={depth.AutoPadding},{height.AutoPadding},{width.AutoPadding}");
        if (depth.Outputs != 0 || height.Outputs != 0 || width.Outputs != 0)
            words.Add(Text($"outputs={depth.Outputs},{height.Outputs},{width.Outputs}"));
        if (Config.Rounding is PoolRounding rounding)
            words.Add($"rounding={rounding}");
        if (Config.Norm is float norm)
            words.Add(Text($"norm={norm:R}"));
        if (Config.Activation != PoolActivation.None)
            words.Add(Text($"clamp={Config.ActivationStage},{Config.ClampLowest ?? double.NegativeInfinity:R},{Config.ClampLargest ?? double.PositiveInfinity:R}"));
        if (Config.Quantization is PoolQuantization quantization)
            words.Add(Text($"quantization={quantization.InputScale:R},{quantization.InputZeroPoint},{quantization.OutputScale:R},{quantization.OutputZeroPoint}"));
        return string.Join(' ', words);

        string First(int number) => volume ? Text($"{number}x") : "";
    }

    public static PoolCase Parse(string text)
    {
        Dictionary<string, string> words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        int[] window = Numbers(words["window"]), stride = Numbers(words["stride"]), dilation = Numbers(words["dilation"]);
        int[] padding = Numbers(words["padding"]), shape = Numbers(words["shape"]);
        PoolAutoPadding[] automatic = words.TryGetValue("autoPadding", out string? stated)
            ? [.. stated.Split(',').Select(Enum.Parse<PoolAutoPadding>)]
            : new PoolAutoPadding[3];
        int[] outputs = words.TryGetValue("outputs", out string? some) ? Numbers(some) : new int[3];
        int divisor = Numbers(words["divisor"])[0];
        string[]? clamp = words.GetValueOrDefault("clamp")?.Split(',');
        PoolOptions options = new()
        {
            Layout = Enum.Parse<PoolLayout>(words["layout"]),
            CeilMode = bool.Parse(words["ceil"]),
            CountIncludePad = bool.Parse(words["includePad"]),
            DivisorOverride = divisor == 0 ? null : divisor,
            AllowReassociation = bool.Parse(words["reassociation"]),
            Rounding = words.TryGetValue("rounding", out string? rounding) ? Enum.Parse<PoolRounding>(rounding) : null,
            Norm = words.TryGetValue("norm", out string? norm) ? float.Parse(norm, CultureInfo.InvariantCulture) : null,
            Activation = clamp is null ? PoolActivation.None : PoolActivation.Clamp,
            ActivationStage = clamp is null ? PoolStage.After : Enum.Parse<PoolStage>(clamp[0]),
            ClampLowest = clamp is null ? null : double.Parse(clamp[1], CultureInfo.InvariantCulture),
            ClampLargest = clamp is null ? null : double.Parse(clamp[2], CultureInfo.InvariantCulture),
            Quantization = Quantization(words),
        };
        return new PoolCase(
            PoolConfig.Create(Enum.Parse<PoolMode>(words["mode"]), Axis(3), Axis(2), Axis(1), options),
            new PoolShape(shape[0], shape[1], shape.Length == 5 ? shape[2] : 1, shape[^2], shape[^1]),
            ElementTypes.ByName(words["element"]),
            Enum.Parse<Data>(words["data"]),
            Numbers(words["seed"])[0]);

        // The depth may be left out.
        PoolAxis Axis(int last) => outputs[^last] != 0 ? PoolAxis.Adaptive(outputs[^last]) : last > window.Length ? default : new(window[^last], stride[^last])
        {
            PaddingBefore = padding[^(2 * last)],
            PaddingAfter = padding[^((2 * last) - 1)],
            Dilation = dilation[^last],
            AutoPadding = automatic[^last],
        };
    }

    private static PoolQuantization? Quantization(Dictionary<string, string> words) => words.GetValueOrDefault("quantization")?.Split(',') is not string[] parts ? null : new()
    {
        InputScale = float.Parse(parts[0], CultureInfo.InvariantCulture),
        InputZeroPoint = int.Parse(parts[1], CultureInfo.InvariantCulture),
        OutputScale = float.Parse(parts[2], CultureInfo.InvariantCulture),
        OutputZeroPoint = int.Parse(parts[3], CultureInfo.InvariantCulture),
    };

    private static int[] Numbers(string text) =>
        [.. text.Split('x', ',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
