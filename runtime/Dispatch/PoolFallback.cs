using System;
using System.ComponentModel;
using System.Numerics;

namespace PoolGen;

/// <summary>The generic loops: any configuration, any number type, no unrolling.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PoolFallback
{
    /// <summary>Computes some output rows of arguments that were checked before.</summary>
    public static void Rows<T>(in PoolConfig config, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow)
        where T : INumber<T>
    {
        throw new NotSupportedException();
    }
}
