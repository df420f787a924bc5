using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Emit;

/// <summary>How an operation is written: its spans, what it counts its work by, and the runtime's names for it; one row per operation.</summary>
internal sealed class OperationText
{
    private readonly PoolOperation operation;
    private readonly KernelIndices? indices;

    private OperationText(PoolOperation operation, KernelIndices? indices)
    {
        this.operation = operation;
        this.indices = indices;
    }

    /// <summary>The spans of a call.</summary>
    public required IReadOnlyList<SpanParameter> Spans { get; init; }

    /// <summary>What work is counted by: rows or parts.</summary>
    public string Unit { get; private init; } = "Part";

    /// <summary>The type of the kernel's description and of its delegate, less their type arguments.</summary>
    public required (string Kernel, string Delegate) Types { get; init; }

    /// <summary>The type arguments of both.</summary>
    public required string TypeArguments { get; init; }

    /// <summary>The name of the method that computes some rows or parts.</summary>
    public string Ranged => Unit + "s";

    /// <summary>The statement that checks the arguments of a call, up to what it asks for.</summary>
    public required string Check { get; init; }

    /// <summary>How many rows or parts there are.</summary>
    public required string Count { get; init; }

    /// <summary>The method of the generic loops, with what it takes before the spans.</summary>
    public required string Fallback { get; init; }

    /// <summary>The method that writes where indices say, window by window; null where nothing is written so.</summary>
    public string? Windowed { get; private init; }

    /// <summary>What a kernel's description says of the operation.</summary>
    public IReadOnlyList<string> Descriptions => indices is null ? []
        : operation == PoolOperation.ForwardWithIndices ? [$"PoolIndexing.{indices.Indexing}"]
        : [$"PoolOperation.{operation}", $"PoolIndexing.{indices.Indexing}"];

    /// <summary>The names of the spans as arguments.</summary>
    public string Arguments => string.Join(", ", Spans.Select(span => span.Name));

    /// <summary>The spans as parameters where System is imported.</summary>
    public string Parameters => string.Join(", ", Spans.Select(span => $"{span.Type} {span.Name}"));

    /// <summary>The spans as parameters where nothing is imported.</summary>
    public string QualifiedParameters => string.Join(", ", Spans.Select(span => $"{span.QualifiedType} {span.Name}"));

    /// <summary>The line before the body of the method that computes some rows or parts.</summary>
    public string RangedHeader => $"public static void {Ranged}({Parameters}, in PoolShape shape, int first{Unit}, int end{Unit})";

    /// <summary>The row of a kernel.</summary>
    public static OperationText Of(KernelDeclaration kernel) => Of(kernel.Operation, kernel.Indices, kernel.Element, kernel.Config);

    /// <summary>The row of an operation over elements of a type.</summary>
    public static OperationText Of(PoolOperation operation, KernelIndices? indices, ElementType elementType, PoolConfig config)
    {
        ElementRule element = ElementRule.Of(elementType);
        string index = indices?.Keyword ?? "";
        string both = $"{element.Keyword}, {index}", indexing = $"PoolIndexing.{indices?.Indexing}";
        SpanParameter Reads(string name, string words) => new(name, element.Keyword, element.QualifiedName, IsRead: true, words);
        SpanParameter Writes(string name, string words) => new(name, element.Keyword, element.QualifiedName, IsRead: false, words);
        SpanParameter Index(bool read, string words) => new("indices", index, index, read, words);

        switch (operation)
        {
            case PoolOperation.Forward:
                return new(operation, indices)
                {
                    Spans = [Reads("input", SpanParameter.Input), Writes("output", SpanParameter.Output)],
                    Unit = "Row",
                    Types = ("PoolKernel", "PoolRows"),
                    TypeArguments = element.Keyword,
                    Check = "PoolShape pooled = PoolGuard.Check(Config, FixedShape, shape, input, output);",
                    Count = $"pooled.Rows(PoolLayout.{config.Layout})",
                    Fallback = "PoolFallback.Rows(Config",
                };
            case PoolOperation.ForwardWithIndices:
                return new(operation, indices)
                {
                    Spans = [Reads("input", SpanParameter.Input), Writes("output", SpanParameter.Output), Index(read: false, SpanParameter.Kept)],
                    Unit = "Row",
                    Types = ("PoolIndexKernel", "PoolIndexRows"),
                    TypeArguments = both,
                    Check = "PoolShape pooled = PoolGuard.CheckWithIndices(Config, FixedShape, shape, input, output, indices);",
                    Count = $"pooled.Rows(PoolLayout.{config.Layout})",
                    Fallback = $"IndexFallback.Rows(Config, {indexing}",
                };
            case PoolOperation.Pyramid:
                return new(operation, indices)
                {
                    Spans = [Reads("input", SpanParameter.Input), Writes("output", SpanParameter.Concatenated)],
                    Types = ("PoolPyramidKernel", "PoolPyramidParts"),
                    TypeArguments = element.Keyword,
                    Check = "int parts = PoolGuard.CheckPyramid(Pyramid, FixedShape, shape, input, output);",
                    Count = "parts",
                    Fallback = "PyramidChain.Parts(Pyramid",
                };
            case PoolOperation.MaxAndAverage:
                return new(operation, indices)
                {
                    Spans = [Reads("input", SpanParameter.Input), Writes("maximum", SpanParameter.Maxima), Writes("average", SpanParameter.Averages)],
                    Unit = "Row",
                    Types = ("PoolMaxAverageKernel", "PoolMaxAverageRows"),
                    TypeArguments = element.Keyword,
                    Check = "PoolShape pooled = PoolGuard.CheckMaxAndAverage(Config, FixedShape, shape, input, maximum, average);",
                    Count = $"pooled.Rows(PoolLayout.{config.Layout})",
                    Fallback = "MaxAverageFallback.Rows(Config",
                };
            case PoolOperation.Backward when PoolModeOptions.Of(config.Mode).HasNorm:
                return new(operation, indices)
                {
                    Spans =
                    [
                        Reads("input", SpanParameter.Input), Reads("output", SpanParameter.ForwardOutput),
                        Reads("outputGradient", SpanParameter.OutputGradient), Writes("inputGradient", SpanParameter.InputGradient),
                    ],
                    Unit = "Row",
                    Types = ("PoolNormGradientKernel", "PoolNormGradientRows"),
                    TypeArguments = element.Keyword,
                    Check = "int rows = PoolGuard.CheckNormGradient(Config, FixedShape, shape, input, output, outputGradient, inputGradient);",
                    Count = "rows",
                    Fallback = "GradientFallback.Rows(Config",
                };
            case PoolOperation.Backward when indices is null:
                return new(operation, indices)
                {
                    Spans = [Reads("outputGradient", SpanParameter.OutputGradient), Writes("inputGradient", SpanParameter.InputGradient)],
                    Unit = "Row",
                    Types = ("PoolGradientKernel", "PoolGradientRows"),
                    TypeArguments = element.Keyword,
                    Check = "int rows = PoolGuard.CheckGradient(Config, FixedShape, shape, outputGradient, inputGradient);",
                    Count = "rows",
                    Fallback = "GradientFallback.Rows(Config",
                };
            default:
                bool backward = operation == PoolOperation.Backward;
                string values = backward ? "outputGradient" : "input", target = backward ? "inputGradient" : "output";
                return new(operation, indices)
                {
                    Spans =
                    [
                        Reads(values, backward ? SpanParameter.OutputGradient : SpanParameter.Pooled),
                        Index(read: true, backward ? SpanParameter.ForwardIndices : SpanParameter.Places),
                        Writes(target, backward ? SpanParameter.InputGradient : SpanParameter.Unpooled),
                    ],
                    Types = ("PoolScatterKernel", "PoolScatterParts"),
                    TypeArguments = both,
                    Check = $"int parts = PoolGuard.CheckScatter(Config, FixedShape, PoolOperation.{operation}, {indexing}, shape, {values}, indices, {target});",
                    Count = "parts",
                    Fallback = $"ScatterFallback.{operation}(Config, {indexing}",
                    Windowed = $"WindowedScatter.{operation}(Config, {indexing}",
                };
        }
    }
}
