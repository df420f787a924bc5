using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace PoolGen;

/// <summary>A dispatcher's choice in words.</summary>
internal static class PoolExplanation
{
    public static string Of<T>(PoolKernel<T> chosen, ReadOnlySpan<PoolKernel> candidates, PoolConfig request, PoolShape shape)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{request} of {typeof(T).Name}, {shape} to {request.OutputShape(shape)}\n");
        bool generated = candidates.Contains(chosen);
        text.Append(CultureInfo.InvariantCulture, $"runs: {chosen}, {(generated ? Range(chosen) : "which computes the same")}");
        if (candidates.IsEmpty)
            text.Append(CultureInfo.InvariantCulture, $"\nbecause no kernel was generated for {request}");
        foreach (PoolKernel candidate in candidates)
        {
            if (candidate != chosen)
                text.Append(CultureInfo.InvariantCulture, $"\nnot {candidate}: {WhyNot(candidate, chosen, typeof(T), request, shape)}");
        }

        return text.ToString();
    }

    private static string WhyNot(PoolKernel candidate, PoolKernel chosen, Type element, in PoolConfig request, PoolShape shape)
    {
        if (candidate.ElementType != element)
            return $"its elements are {candidate.ElementType.Name}";
        if (!candidate.Config.Satisfies(request) && !candidate.Config.Satisfies(request.At(shape)))
            return "it sums in another order, and the request is exact";
        foreach ((string axis, int? needed, int found) in Axes(candidate.FixedShape, shape))
        {
            if (needed is int size && size != found)
                return string.Create(CultureInfo.InvariantCulture, $"it fixes the {axis} at {size}, and the shape has {found}");
        }

        if (chosen.Config.IsAutomatic && !candidate.Config.IsAutomatic)
            return "its padding is stated, and the request leaves it to the shape";
        if (candidate.FixedShape.Count < chosen.FixedShape.Count)
            return "it fixes fewer axes";
        return candidate.Config == chosen.Config
            ? "it is as specific and was given later"
            : "it does not use that sums may be taken in another order";
    }

    private static string Range(PoolKernel kernel)
    {
        string[] fixedAxes =
        [
            .. from axis in Axes(kernel.FixedShape, default)
               where axis.Needed is not null
               select string.Create(CultureInfo.InvariantCulture, $"{axis.Name} {axis.Needed}"),
        ];
        return fixedAxes.Length == 0 ? "a kernel for any shape" : $"a kernel for {string.Join(", ", fixedAxes)}";
    }

    private static (string Name, int? Needed, int Found)[] Axes(PoolFixedShape needed, PoolShape found) =>
    [
        ("batch", needed.Batch, found.Batch),
        ("channels", needed.Channels, found.Channels),
        ("depth", needed.Depth, found.Depth),
        ("height", needed.Height, found.Height),
        ("width", needed.Width, found.Width),
    ];
}
