using System;

namespace PoolGen;

/// <summary>
/// Computes the output rows <paramref name="firstRow"/> to <paramref name="endRow"/> (exclusive), counted over all planes of the
/// batch: batch·channels·depth·height rows for channels first, batch·depth·height for channels last. The caller has checked every argument;
/// an end of <see cref="PoolKernel.AllRows"/> asks for the check as well, and for every row.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public delegate void PoolRows<T>(ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow);

/// <summary>A kernel as the dispatcher sees it: what it computes, for which shapes and element type.</summary>
public abstract class PoolKernel
{
    /// <summary>The end that asks a kernel to check its arguments, which it does faster than others could for it, and to compute every row.</summary>
    public const int AllRows = -1;

    // Fields, so that a call can pass them on without copying them.
    private protected readonly PoolConfig computes;
    private protected readonly PoolFixedShape fixes;

    private readonly bool isExact, fitsAnyShape;

    private protected PoolKernel(
        in PoolConfig config, in PoolFixedShape fixedShape, string name, PoolOperation operation = PoolOperation.Forward, PoolIndexing? indexing = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        computes = config;
        fixes = fixedShape;
        isExact = !config.AllowReassociation;
        fitsAnyShape = fixedShape == default;
        Name = name;
        Operation = operation;
        Indexing = indexing;
    }

    /// <summary>What the kernel computes.</summary>
    public PoolConfig Config => computes;

    /// <summary>The axes that the kernel fixes; all are null for a kernel of any shape.</summary>
    public PoolFixedShape FixedShape => fixes;

    /// <summary>The name of the method behind the kernel.</summary>
    public string Name { get; }

    /// <summary>The type of input and output elements.</summary>
    public abstract Type ElementType { get; }

    /// <summary>What the kernel does with its configuration.</summary>
    public PoolOperation Operation { get; }

    /// <summary>What the kernel's indices count; null where it has none.</summary>
    public PoolIndexing? Indexing { get; }

    /// <summary>The type of the kernel's indices; null where it has none.</summary>
    public virtual Type? IndexType => null;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Whether the kernel gives what is asked for.</summary>
    internal bool Serves(in PoolConfig request, in PoolShape shape) => computes.Satisfies(request) && fixes.Matches(shape);

    /// <summary>The same of a kernel that differs from the request in nothing but the order of sums, as those that a dispatcher lists for it; this takes a fraction of the time.</summary>
    internal bool ServesListed(in PoolConfig request, in PoolShape shape) => (isExact || request.AllowReassociation) && (fitsAnyShape || fixes.Matches(shape));
}

/// <summary>A kernel over elements of type <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class PoolKernel<T> : PoolKernel
{
    private readonly PoolRows<T> rows;

    /// <summary>Describes a kernel; generated code calls this.</summary>
    public PoolKernel(in PoolConfig config, in PoolFixedShape fixedShape, string name, PoolRows<T> rows)
        : base(config, fixedShape, name)
    {
        ArgumentNullException.ThrowIfNull(rows);
        this.rows = rows;
    }

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    /// <summary>Pools <paramref name="input"/> into <paramref name="output"/> on the calling thread, without allocating.</summary>
    /// <param name="input">At least <c>shape.Length</c> elements in the configuration's layout.</param>
    /// <param name="output">At least <c>Config.OutputShape(shape).Length</c> elements; it must not overlap the input.</param>
    /// <param name="shape">The shape of the input.</param>
    /// <exception cref="ArgumentException">A span is too short, the spans overlap, or the shape does not fit; nothing has been written.</exception>
    public void Run(ReadOnlySpan<T> input, Span<T> output, in PoolShape shape) => rows(input, output, shape, 0, AllRows);

    /// <summary>Computes some output rows of arguments that were checked before.</summary>
    internal void RunRows(ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow) =>
        rows(input, output, shape, firstRow, endRow);
}
