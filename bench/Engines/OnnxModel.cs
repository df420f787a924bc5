using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Engines;

/// <summary>A model of one pooling node, written as the protobuf messages of onnx.proto; the constants are its field numbers.</summary>
internal static class OnnxModel
{
    public const string Input = "input";
    public const string Output = "output";

    private const int IrVersion = 10;
    private const int OperatorSet = 22;
    private const int IntegerAttribute = 2;
    private const int IntegersAttribute = 7;

    /// <summary>The bytes of a model that pools maps in channels-first order; the layout of the configuration is not looked at.</summary>
    /// <exception cref="NotSupportedException">The configuration has a divisor override, which ONNX does not know.</exception>
    public static byte[] Of(Workload workload)
    {
        PoolConfig config = workload.Config;
        int element = Number(workload.Element);
        if (config.DivisorOverride is not null)
            throw new NotSupportedException($"{config} has a divisor override; ONNX pooling has none");

        OnnxTensor input = new(Input, workload.Sizes(workload.Shape), element), output = new(Output, workload.Sizes(workload.OutputShape), element);
        return Of(Attributes(Node(OperationOf(workload), [input], [output]), workload), [input], [output]);
    }

    /// <summary>The bytes of a model of a maximum that also gives the place of each output element in the whole input.</summary>
    public static byte[] WithIndices(Workload workload, OnnxTensor input, OnnxTensor output, OnnxTensor indices) =>
        Of(Attributes(Node("MaxPool", [input], [output, indices]), workload), [input], [output, indices]);

    /// <summary>The bytes of a model that puts pooled elements back where their indices say.</summary>
    public static byte[] Unpool(Workload workload, OnnxTensor values, OnnxTensor indices, OnnxTensor unpooled) => Of(
        Node("MaxUnpool", [values, indices], [unpooled])
            .Message(5, Integers("kernel_shape", workload.Axes.Select(axis => axis.Window)))
            .Message(5, Integers("strides", workload.Axes.Select(axis => axis.Stride))),
        [values, indices],
        [unpooled]);

    private static byte[] Of(ProtobufWriter node, IReadOnlyList<OnnxTensor> inputs, IReadOnlyList<OnnxTensor> outputs)
    {
        ProtobufWriter graph = new ProtobufWriter().Message(1, node).Text(2, "pool");
        foreach (OnnxTensor input in inputs)
            graph.Message(11, Value(input));
        foreach (OnnxTensor output in outputs)
            graph.Message(12, Value(output));
        return new ProtobufWriter()
            .Number(1, IrVersion)
            .Message(7, graph)
            .Message(8, new ProtobufWriter().Text(1, "").Number(2, OperatorSet))
            .ToArray();
    }

    /// <summary>The number of an element type in onnx.proto.</summary>
    public static int Number(Type element) =>
        element == typeof(byte) ? 2 : element == typeof(sbyte) ? 3 : element == typeof(long) ? 7 : element == typeof(Half) ? 10 : 1;

    private static string OperationOf(Workload workload) => (workload.IsGlobal ? "Global" : "") + (workload.Config.Mode == PoolMode.Max ? "MaxPool" : "AveragePool");

    private static ProtobufWriter Node(string operation, IReadOnlyList<OnnxTensor> inputs, IReadOnlyList<OnnxTensor> outputs)
    {
        ProtobufWriter node = new();
        foreach (OnnxTensor input in inputs)
            node.Text(1, input.Name);
        foreach (OnnxTensor output in outputs)
            node.Text(2, output.Name);
        return node.Text(4, operation);
    }

    private static ProtobufWriter Attributes(ProtobufWriter node, Workload workload)
    {
        PoolConfig config = workload.Config;
        IReadOnlyList<PoolAxis> axes = workload.Axes;
        if (workload.IsGlobal)
            return node;
        node = node
            .Message(5, Integers("kernel_shape", axes.Select(axis => axis.Window)))
            .Message(5, Integers("strides", axes.Select(axis => axis.Stride)))
            .Message(5, Integers("dilations", axes.Select(axis => axis.Dilation)))
            .Message(5, Integers("pads", axes.Select(axis => axis.PaddingBefore).Concat(axes.Select(axis => axis.PaddingAfter))))
            .Message(5, Integer("ceil_mode", config.CeilMode ? 1 : 0));
        return config.Mode == PoolMode.Average ? node.Message(5, Integer("count_include_pad", config.CountIncludePad ? 1 : 0)) : node;
    }

    private static ProtobufWriter Integer(string name, long value) =>
        new ProtobufWriter().Text(1, name).Number(3, value).Number(20, IntegerAttribute);

    private static ProtobufWriter Integers(string name, IEnumerable<int> values)
    {
        ProtobufWriter attribute = new ProtobufWriter().Text(1, name);
        foreach (int value in values)
            attribute.Number(8, value);
        return attribute.Number(20, IntegersAttribute);
    }

    private static ProtobufWriter Value(OnnxTensor value)
    {
        ProtobufWriter dimensions = new();
        foreach (long size in value.Sizes)
            dimensions.Message(1, new ProtobufWriter().Number(1, size));
        ProtobufWriter tensor = new ProtobufWriter().Number(1, value.Element).Message(2, dimensions);
        return new ProtobufWriter().Text(1, value.Name).Message(2, new ProtobufWriter().Message(1, tensor));
    }
}

/// <summary>An input or an output of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sizes">Its sizes.</param>
/// <param name="Element">The number of its element type in onnx.proto.</param>
internal sealed record OnnxTensor(string Name, long[] Sizes, int Element);
