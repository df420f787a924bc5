using System.Globalization;

namespace PoolGen;

/// <summary>Which operations a configuration has, for the compiler and for the running program alike.</summary>
internal static class PoolOperationRules
{
    /// <summary>What indices break, or null.</summary>
    public static PoolProblem? Indices(PoolMode mode, PoolIndexing indexing)
    {
        if (indexing is < PoolIndexing.Plane or > PoolIndexing.ChannelsLastWithBatch)
            return new(PoolRule.Indices, PoolArgument.Indices, $"The index convention is {Text((int)indexing)}; it must be a member of PoolIndexing");
        return PoolModeOptions.Of(mode).KeepsTap
            ? null
            : new(PoolRule.Indices, PoolArgument.Indices, $"Indices are asked of {mode}, which keeps no element of a window; they are those of Max and Min");
    }

    /// <summary>What an index type breaks, or null.</summary>
    /// <param name="name">The name of the type.</param>
    /// <param name="isInt">Whether it is <see cref="int"/>.</param>
    /// <param name="isLong">Whether it is <see cref="long"/>.</param>
    public static PoolProblem? IndexType(string name, bool isInt, bool isLong) =>
        isInt || isLong ? null : new(PoolRule.IndexType, PoolArgument.IndexType, $"The index type is {name}; it must be int or long");

    /// <summary>What a backward pass without or with indices breaks, or null.</summary>
    public static PoolProblem? Backward(PoolMode mode, bool hasIndices) =>
        PoolModeOptions.Of(mode).KeepsTap && !hasIndices
            ? new(PoolRule.Backward, PoolArgument.Backward, $"The backward pass of {mode} has no indices; it needs those of the forward pass")
            : null;

    /// <summary>What the gradient of a sum or an average breaks, or null: it has fractions.</summary>
    public static PoolProblem? Gradient(bool wholeNumbers) => wholeNumbers
        ? new(PoolRule.Gradient, PoolArgument.Backward, "The gradient of a sum or an average is asked for over whole numbers; its elements must have fractions")
        : null;

    /// <summary>What a backward pass without or with the input and the output of the forward pass breaks, or null.</summary>
    public static PoolProblem? NormGradient(PoolMode mode, bool hasOutput)
    {
        if (PoolModeOptions.Of(mode).HasNorm == hasOutput)
            return null;
        string found = hasOutput
            ? $"The backward pass of {mode} has the input and the output of the forward pass; only that of Lp takes them"
            : $"The backward pass of {mode} has no input and no output of the forward pass; it needs both";
        return new(PoolRule.Backward, PoolArgument.Backward, found);
    }

    /// <summary>What unpooling without or with indices breaks, or null.</summary>
    public static PoolProblem? Unpool(bool hasIndices) =>
        hasIndices ? null : new(PoolRule.Unpool, PoolArgument.Unpool, "Unpooling has no indices; it needs those of a forward pass");

    /// <summary>What an operation breaks beside an activation or scales, or null.</summary>
    public static PoolProblem? Fusion(bool fused) => fused
        ? new(PoolRule.Activation, PoolArgument.Activation, "Indices, unpooling, a backward pass or a maximum beside the average are asked of pooling with an activation or scales; they are those of pooling alone")
        : null;

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
