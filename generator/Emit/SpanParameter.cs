namespace PoolGen.Generator.Emit;

/// <summary>A span that a kernel takes.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Element">The type of its elements where System is imported.</param>
/// <param name="QualifiedElement">The same where nothing is imported.</param>
/// <param name="IsRead">Whether it is only read.</param>
/// <param name="Words">What it holds, for the doc comment.</param>
internal sealed record SpanParameter(string Name, string Element, string QualifiedElement, bool IsRead, string Words)
{
    public const string Input = "The elements of the input; those beyond the shape's length are not read.";
    public const string Output = "Takes the elements of the output; it must not overlap the input.";
    public const string Concatenated = "Takes the channels of every window, one behind the other; it must not overlap the input.";
    public const string Maxima = "Takes the maxima; it must not overlap the other spans.";
    public const string Averages = "Takes the averages; it must not overlap the other spans.";
    public const string Kept = "Takes the index of the input element that each output element is; it must not overlap the other spans.";
    public const string Pooled = "The elements that go back to where they came from.";
    public const string Places = "Where each of them belongs.";
    public const string Unpooled = "Takes the elements, and zeros between them; it must not overlap the other spans.";
    public const string ForwardOutput = "The output of the forward pass.";
    public const string OutputGradient = "The gradient of every output element.";
    public const string ForwardIndices = "The indices of the forward pass.";
    public const string InputGradient = "Takes the gradient of every input element; it must not overlap the other spans.";

    public string Type => $"{(IsRead ? "ReadOnlySpan" : "Span")}<{Element}>";

    public string QualifiedType => $"global::System.{(IsRead ? "ReadOnlySpan" : "Span")}<{QualifiedElement}>";
}
