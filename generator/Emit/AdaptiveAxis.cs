namespace PoolGen.Generator.Emit;

/// <summary>How a kernel finds the windows along one axis: without asking where one covers the axis, or where the axis is not pooled along.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Name">The local that goes from window to window.</param>
/// <param name="Size">The size of the input along it.</param>
/// <param name="Outputs">The number of windows.</param>
/// <param name="Index">The local that counts them.</param>
internal sealed record AdaptiveAxis(PoolAxis Axis, string Name, string Size, string Outputs, string Index)
{
    /// <summary>Whether one window covers the axis.</summary>
    public bool IsCovered => Axis.IsAdaptive && Axis.Outputs == 1;

    /// <summary>The first element of a window.</summary>
    public string Start => IsCovered ? "0" : IsStepped ? $"{Name}.Start" : Index;

    /// <summary>The elements of a window.</summary>
    public string Count => IsCovered ? Size : IsStepped ? $"{Name}.Count" : "1";

    private bool IsStepped => Axis.IsAdaptive && !IsCovered;

    /// <summary>Writes the local, from the window at an index on.</summary>
    public void WriteLocal(CodeWriter writer, string index = "")
    {
        if (IsStepped)
            writer.Line($"AdaptiveWindows {Name} = new({Size}, {Outputs}{(index.Length == 0 ? "" : $", {index}")});");
    }

    /// <summary>Writes the step to the next window.</summary>
    public void WriteAdvance(CodeWriter writer)
    {
        if (IsStepped)
            writer.Line($"{Name}.Advance();");
    }

    /// <summary>Writes the way back to the first window.</summary>
    public void WriteRestart(CodeWriter writer)
    {
        if (IsStepped)
            writer.Line($"{Name} = new({Size}, {Outputs});");
    }
}
