using System.Numerics;
using System.Runtime.InteropServices;

namespace PoolGen.Tests.Support;

/// <summary>The input of a case with the oracle's answer, and the checks of a computed answer against it.</summary>
internal sealed class Expectation<T>
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    // Elements around and outside the computed part hold this byte, which results of more than 8 bits do not consist of.
    private const byte Untouched = 0xA5;
    private const int Margin = 67;

    private readonly T[] output;
    private readonly T[]? magnitude;
    private readonly PoolShape pooled;

    public Expectation(PoolCase @case)
        : this(@case, Inputs.Make<T>(@case.Data, @case.Seed, @case.Shape.Length))
    {
    }

    public Expectation(PoolCase @case, T[] input)
    {
        Case = @case;
        Input = input;
        output = Oracle.Pool<T>(@case.Config, @case.Shape, input);
        pooled = Oracle.OutputShape(@case.Config, @case.Shape);
        if (@case.Config.AllowReassociation)
            magnitude = Oracle.Pool<T>(@case.Config, @case.Shape, Array.ConvertAll(input, element => ElementTypes.AreWhole<T>() ? element : T.Abs(element)));
    }

    /// <summary>A computation of the output rows from <c>firstRow</c> to <c>endRow</c>.</summary>
    public delegate void Computation(ReadOnlySpan<T> input, Span<T> output, int firstRow, int endRow);

    public PoolCase Case { get; }

    public T[] Input { get; }

    /// <summary>Rows of all output planes.</summary>
    public int Rows => RowLength == 0 ? 0 : output.Length / RowLength;

    private int RowLength => Case.Config.Layout == PoolLayout.ChannelsFirst ? pooled.Width : pooled.Width * pooled.Channels;

    /// <summary>Computes some rows into a buffer of untouched elements; null when exactly these rows were written, with the right elements.</summary>
    public string? Fault(string way, int firstRow, int endRow, Computation compute)
    {
        T[] buffer = new T[Margin + output.Length + Margin];
        MemoryMarshal.AsBytes(buffer.AsSpan()).Fill(Untouched);
        compute(Input, buffer.AsSpan(Margin, output.Length), firstRow, endRow);

        int start = firstRow * RowLength, end = endRow * RowLength;
        int wrong = FirstWrong(buffer.AsSpan(Margin, output.Length), start, end);
        if (wrong >= 0)
            return $"{Case}\n  by {way}, rows {firstRow} to {endRow}, at {Place(wrong)}: expected {Same.Text(output[wrong])}, got {Same.Text(buffer[Margin + wrong])}";
        int before = FirstTouched(buffer.AsSpan(0, Margin + start));
        int after = FirstTouched(buffer.AsSpan(Margin + end));
        if (before < 0 && after < 0)
            return null;
        int touched = before >= 0 ? before - Margin : end + after;
        return $"{Case}\n  by {way}, rows {firstRow} to {endRow}: wrote element {touched}, outside of its rows, which are elements {start} to {end}";
    }

    /// <summary>Computes all rows.</summary>
    public string? Fault(string way, Computation compute) => Fault(way, 0, Rows, compute);

    private int FirstWrong(ReadOnlySpan<T> actual, int start, int end)
    {
        ReadOnlySpan<T> expected = output.AsSpan()[start..end];
        actual = actual[start..end];
        int wrong = magnitude is null
            ? Same.FirstDifference(expected, actual, anyZero: Same.IgnoresZeroSign(Case.Config.Mode))
            : Same.FirstBeyondOrder(expected, actual, magnitude.AsSpan()[start..end], Case.Config.Depth.Window * Case.Config.Height.Window * Case.Config.Width.Window);
        return wrong < 0 ? wrong : wrong + start;
    }

    private static int FirstTouched(Span<T> elements)
    {
        int place = MemoryMarshal.AsBytes(elements).IndexOfAnyExcept(Untouched);
        return place < 0 ? place : place / Marshal.SizeOf<T>();
    }

    private string Place(int index)
    {
        int channels = pooled.Channels, volume = pooled.Depth * pooled.Height * pooled.Width;
        bool first = Case.Config.Layout == PoolLayout.ChannelsFirst;
        int n = index / (channels * volume);
        int c = first ? index / volume % channels : index % channels;
        int place = first ? index % volume : index / channels % volume;
        int z = place / (pooled.Height * pooled.Width), y = place / pooled.Width % pooled.Height, x = place % pooled.Width;
        return $"sample {n}, channel {c}, slice {z}, row {y}, column {x}";
    }
}
