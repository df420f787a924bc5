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

        ProtobufWriter graph = new ProtobufWriter()
            .Message(1, Node(workload))
            .Text(2, "pool")
            .Message(11, Value(Input, workload.Sizes(workload.Shape), element))
            .Message(12, Value(Output, workload.Sizes(workload.OutputShape), element));
        return new ProtobufWriter()
            .Number(1, IrVersion)
            .Message(7, graph)
            .Message(8, new ProtobufWriter().Text(1, "").Number(2, OperatorSet))
            .ToArray();
    }

    /// <summary>The number of an element type in onnx.proto.</summary>
    public static int Number(Type element) =>
        element == typeof(byte) ? 2 : element == typeof(sbyte) ? 3 : element == typeof(Half) ? 10 : 1;

    private static ProtobufWriter Node(Workload workload)
    {
        PoolConfig config = workload.Config;
        IReadOnlyList<PoolAxis> axes = workload.Axes;
        string operation = config.Mode == PoolMode.Max ? "MaxPool" : "AveragePool";
        ProtobufWriter node = new ProtobufWriter().Text(1, Input).Text(2, Output).Text(4, workload.IsGlobal ? "Global" + operation : operation);
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

    private static ProtobufWriter Value(string name, long[] sizes, int element)
    {
        ProtobufWriter dimensions = new();
        foreach (long size in sizes)
            dimensions.Message(1, new ProtobufWriter().Number(1, size));
        ProtobufWriter tensor = new ProtobufWriter().Number(1, element).Message(2, dimensions);
        return new ProtobufWriter().Text(1, name).Message(2, new ProtobufWriter().Message(1, tensor));
    }
}
