using System.ComponentModel;

namespace PoolGen;

/// <summary>Output rows of a plane that vectors of windows with their indices walk down: where they are read and written. Generated code uses this.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TIndex">The type of indices.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct IndexedRows<T, TIndex>
{
    private readonly ref T map;
    private readonly ref T outputs;
    private readonly ref TIndex indices;

    /// <summary>Some rows of a plane.</summary>
    /// <param name="map">The first element of the input plane.</param>
    /// <param name="outputs">The first of the outputs.</param>
    /// <param name="indices">The first of their indices.</param>
    /// <param name="first">The index of the first element of the plane.</param>
    /// <param name="steps">How far apart the indices of neighbours are.</param>
    /// <param name="y">The first output row, counted from that of the plane.</param>
    /// <param name="count">How many output rows.</param>
    public IndexedRows(ref T map, ref T outputs, ref TIndex indices, int first, in PoolIndexSteps steps, int y, int count)
    {
        this.map = ref map;
        this.outputs = ref outputs;
        this.indices = ref indices;
        First = first;
        Across = steps.Width;
        Down = steps.Height;
        Y = y;
        Count = count;
    }

    /// <summary>The first element of the input plane.</summary>
    public ref T Map => ref map;

    /// <summary>The first of the outputs.</summary>
    public ref T Outputs => ref outputs;

    /// <summary>The first of their indices.</summary>
    public ref TIndex Indices => ref indices;

    /// <summary>The index of the first element of the plane.</summary>
    public int First { get; }

    /// <summary>From the index of a column to that of the next.</summary>
    public int Across { get; }

    /// <summary>From the index of a row to that of the next.</summary>
    public int Down { get; }

    /// <summary>The first output row, counted from that of the plane.</summary>
    public int Y { get; }

    /// <summary>How many output rows.</summary>
    public int Count { get; }
}
