using System.Collections.Generic;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>The sizes of input and output as the kernel's text names them: constants of the class where an axis is fixed, locals otherwise.</summary>
internal sealed class SizeText
{
    private readonly List<(string Name, int Value)> constants = [];
    private readonly List<(string Name, string Value)> locals = [];

    public SizeText(KernelPlan plan)
    {
        PoolConfig config = plan.Config;
        PoolFixedShape shape = plan.FixedShape;
        Channels = Input("Channels", shape.Channels);
        Depth = plan.PoolsDepth ? Input("Depth", shape.Depth) : "";
        Height = Input("Height", shape.Height);
        Width = Input("Width", shape.Width);
        OutputDepth = plan.PoolsDepth ? Output("Depth", config.Depth, shape.Depth, config.CeilMode) : "";
        OutputHeight = Output("Height", config.Height, shape.Height, config.CeilMode);
        OutputWidth = Output("Width", config.Width, shape.Width, config.CeilMode);
    }

    public string Channels { get; }

    /// <summary>The depth of the input; empty where nothing happens along it.</summary>
    public string Depth { get; }

    public string Height { get; }

    public string Width { get; }

    /// <summary>The depth of the output; empty where nothing happens along it.</summary>
    public string OutputDepth { get; }

    public string OutputHeight { get; }

    public string OutputWidth { get; }

    /// <summary>Writes the fixed sizes as constants of the class.</summary>
    public void WriteConstants(CodeWriter writer)
    {
        foreach ((string name, int value) in constants)
            writer.Line($"private const int {name} = {KernelText.Number(value)};");
    }

    /// <summary>Writes the other sizes that the text uses as locals of a method with a <c>shape</c>.</summary>
    public void WriteLocals(CodeWriter writer, params string[] used)
    {
        foreach ((string name, string value) in locals)
        {
            if (System.Array.IndexOf(used, name) >= 0)
                writer.Line($"int {name} = {value};");
        }
    }

    private string Input(string axis, int? size)
    {
        if (size is int fixedSize)
            return Constant(axis, fixedSize);
        return Local(axis.ToLowerInvariant(), $"shape.{axis}");
    }

    private string Output(string name, PoolAxis axis, int? size, bool ceilMode)
    {
        if (size is int fixedSize)
            return Constant("Output" + name, PoolGeometry.OutputSize(axis, fixedSize, ceilMode));
        if (axis.IsAdaptive)
            return Constant("Output" + name, axis.Outputs);

        string input = name.ToLowerInvariant();
        int reach = axis.PaddingBefore + axis.PaddingAfter - axis.EffectiveWindow;
        string value = ceilMode && axis.Stride > 1
            ? $"PoolGeometry.OutputSize(Config.{name}, {input}, ceilMode: true)"
            : axis.Stride == 1 ? KernelText.Plus(input, reach + 1)
            : $"(({KernelText.Plus(input, reach)}) / {KernelText.Number(axis.Stride)}) + 1";
        return Local("output" + name, value);
    }

    private string Constant(string name, int value)
    {
        constants.Add((name, value));
        return name;
    }

    private string Local(string name, string value)
    {
        locals.Add((name, value));
        return name;
    }
}
