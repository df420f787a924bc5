namespace PoolGen.Operations.Tests;

/// <summary>A target that starts some elements behind a line of the caches, with marked elements on either side.</summary>
internal sealed class PlacedTarget
{
    private const int Line = 64 / sizeof(float);
    private const float Mark = 77;

    private readonly float[] memory;
    private readonly int first, length;

    public unsafe PlacedTarget(int length, int start)
    {
        memory = GC.AllocateArray<float>(length + start + (3 * Line), pinned: true);
        Array.Fill(memory, Mark);
        fixed (float* pointer = memory)
            first = Line + (int)((nuint)(-(nint)pointer) % (Line * sizeof(float)) / sizeof(float)) + start;
        this.length = length;
    }

    public Span<float> Span => memory.AsSpan(first, length);

    /// <summary>The first element that is not as expected, or that was not to be written; null where there is none.</summary>
    public string? Fault(ReadOnlySpan<float> expected)
    {
        int same = Span.CommonPrefixLength(expected);
        if (same < length)
            return $"element {same} is {Span[same]}, expected {expected[same]}";
        return memory.AsSpan(0, first).ContainsAnyExcept(Mark) || memory.AsSpan(first + length).ContainsAnyExcept(Mark) ? "an element beside the target was written" : null;
    }
}
