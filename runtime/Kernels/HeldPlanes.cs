using System;
using System.ComponentModel;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>The planes of a range of output rows that are pooled whole, two rows of outputs at a time. Generated code uses this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HeldPlanes
{
    private readonly HeldRow form;
    private readonly int outputHeight;

    private HeldPlanes(HeldRow form, int outputHeight, int first, int end)
    {
        this.form = form;
        this.outputHeight = outputHeight;
        First = first;
        End = end;
    }

    /// <summary>Plans the planes that lie whole between two output rows.</summary>
    /// <param name="config">The windows.</param>
    /// <param name="width">The columns of the input.</param>
    /// <param name="outputs">The columns of the output.</param>
    /// <param name="outputHeight">The rows of a plane of the output.</param>
    /// <param name="firstRow">The first output row, counted over all planes.</param>
    /// <param name="endRow">The row behind the last.</param>
    /// <param name="followed">How many planes of the output are followed by elements of the input: where a vector is longer than a row it reads one of them.</param>
    public static HeldPlanes Of<T>(in PoolConfig config, int width, int outputs, int outputHeight, int firstRow, int endRow, int followed)
        where T : unmanaged
    {
        HeldRow form = Avx2.IsSupported ? HeldRows.Form(config.Width, width, outputs, Vector256<T>.Count) : HeldRow.Not;
        int first = (firstRow + outputHeight - 1) / outputHeight, end = endRow / outputHeight;
        switch (form)
        {
            case HeldRow.Alone:
                break;
            case HeldRow.Short:
                end = Math.Min(end, followed);
                break;
            case HeldRow.Beside when !config.PoolsDepth:
                end -= (end - first) % 2;
                break;
            default:
                end = first;
                break;
        }

        return new(form, outputHeight, first, end);
    }

    /// <summary>The first plane of the output.</summary>
    public int First { get; }

    /// <summary>The plane behind the last.</summary>
    public int End { get; }

    /// <summary>Whether there is one.</summary>
    public bool Any => First < End;

    /// <summary>The first output row, counted over all planes.</summary>
    public int FirstRow => First * outputHeight;

    /// <summary>The row behind the last.</summary>
    public int EndRow => End * outputHeight;

    /// <summary>Whether rows are <see cref="HeldBeside"/>.</summary>
    public bool AreBeside => form == HeldRow.Beside;

    /// <summary>Whether rows are <see cref="HeldShort"/>.</summary>
    public bool AreShort => form == HeldRow.Short;
}
