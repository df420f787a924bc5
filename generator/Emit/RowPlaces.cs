namespace PoolGen.Generator.Emit;

/// <summary>The arguments of a call that pools some output rows: where their tap rows stand and where the outputs go.</summary>
/// <param name="Source">The first tap row of the first output row.</param>
/// <param name="Pitch">The distance of tap rows.</param>
/// <param name="Target">The first output.</param>
/// <param name="Room">The elements that may be written from there on.</param>
internal sealed record RowPlaces(string Source, string Pitch, string Target, string Room)
{
    /// <summary>No places: for the header of the method, which needs none.</summary>
    public static RowPlaces None { get; } = new("", "", "", "") { TargetPitch = "" };

    /// <summary>The distance of output rows.</summary>
    public required string TargetPitch { get; init; }

    /// <summary>The distance of the slices of a window; where something happens along the depth.</summary>
    public string Slice { get; init; } = "slice";

    /// <summary>The outputs of a row.</summary>
    public string Columns { get; init; } = "(nuint)columns";

    /// <summary>The output rows.</summary>
    public string Count { get; init; } = "count";

    /// <summary>What the windows of a row count for their divisors.</summary>
    public string Extents { get; init; } = "extents[0]";
}
