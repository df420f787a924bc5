using System;
using System.Collections.Generic;
using System.Globalization;

namespace PoolGen;

/// <summary>What Keras's words mean, and what Keras says where they mean nothing (keras/src/utils/argument_validation.py, keras/src/backend/config.py).</summary>
internal static class KerasWords
{
    /// <summary>Keras's data format unless it is configured otherwise.</summary>
    public const string ChannelsLast = "channels_last";

    private static readonly PoolOptions Last = new() { Layout = PoolLayout.ChannelsLast, CountIncludePad = false };
    private static readonly PoolOptions First = new() { Layout = PoolLayout.ChannelsFirst, CountIncludePad = false };

    /// <summary>The options of a data format; averages never count padding.</summary>
    public static PoolOptions Options(string dataFormat)
    {
        ArgumentNullException.ThrowIfNull(dataFormat);
        if (Same(dataFormat, ChannelsLast))
            return Last;
        return Same(dataFormat, "channels_first")
            ? First
            : throw new ArgumentException(
                $"The `data_format` argument must be one of {{'channels_first', 'channels_last'}}. Received: data_format={dataFormat}", nameof(dataFormat));
    }

    /// <summary>Where padding comes from: <c>valid</c> has none.</summary>
    public static PoolAutoPadding Padding(string padding)
    {
        ArgumentNullException.ThrowIfNull(padding);
        if (Same(padding, "valid"))
            return PoolAutoPadding.None;
        return Same(padding, "same")
            ? PoolAutoPadding.SameUpper
            : throw new ArgumentException($"The `padding` argument must be a list/tuple or one of {{'valid', 'same'}}. Received: {padding}", nameof(padding));
    }

    /// <summary>Refuses sizes below 1.</summary>
    public static void CheckSizes(string name, string argument, params ReadOnlySpan<int> sizes)
    {
        List<string>? refused = null;
        foreach (int size in sizes)
        {
            string text = size.ToString(CultureInfo.InvariantCulture);
            if (size < 1 && refused?.Contains(text) != true)
                (refused ??= []).Add(text);
        }

        if (refused is null)
            return;
        List<string> found = [];
        foreach (int size in sizes)
            found.Add(size.ToString(CultureInfo.InvariantCulture));
        string tuple = found.Count == 1 ? found[0] : $"({string.Join(", ", found)})";
        throw new ArgumentException(
            $"The `{name}` argument must be a tuple of {found.Count.ToString(CultureInfo.InvariantCulture)} integers. Received {name}={tuple}, "
            + $"including values {{{string.Join(", ", refused)}}} that do not satisfy `value > 0`",
            argument);
    }

    private static bool Same(string word, string other) => string.Equals(word, other, StringComparison.OrdinalIgnoreCase);
}
