using PoolGen.Bench.Engines;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Operations;

/// <summary>A maximum with the place of each output element, beside the same maximum alone.</summary>
internal sealed class IndicesWork : OperationWork
{
    public const string Alone = "Max alone";
    public const string WithIndices = "With indices";
    public const string WithLongIndices = "With indices of 64 bits";

    private readonly PoolBuffers buffers;
    private readonly NativeElements values;
    private readonly NativeElements indices;
    private readonly NativeElements longIndices;
    private readonly NativeElements onnxValues;
    private readonly NativeElements onnxIndices;

    public IndicesWork(Workload workload)
        : base(workload.Id, $"{workload.Config} with indices", workload.Shape)
    {
        PoolShape shape = workload.Shape;
        int outputs = workload.OutputShape.Length;
        buffers = Keep(new PoolBuffers(workload));
        values = Own(outputs, sizeof(float));
        indices = Own(outputs, sizeof(int));
        longIndices = Own(outputs, sizeof(long));
        onnxValues = Own(outputs, sizeof(float));
        onnxIndices = Own(outputs, sizeof(long));
        Written = Own(2 * outputs, sizeof(float));
        PoolKernel<float> alone = OperationPools.Kernels.OfType<PoolKernel<float>>().First(kernel => kernel.Config == workload.Config);
        PoolIndexKernel<float, int> kernel = OperationPools.Kernels.OfType<PoolIndexKernel<float, int>>().First(kernel => kernel.Config == workload.Config);
        Add(Alone, Repeated(() => alone.Run(buffers.Input.Of<float>(), buffers.Output.Of<float>(), shape)));
        Add(WithIndices, Repeated(() => kernel.Run(buffers.Input.Of<float>(), values.Of<float>(), indices.Of<int>(), shape)));
        if (OperationPools.Kernels.OfType<PoolIndexKernel<float, long>>().FirstOrDefault(kernel => kernel.Config == workload.Config) is { } wide)
            Add(WithLongIndices, Repeated(() => wide.Run(buffers.Input.Of<float>(), values.Of<float>(), longIndices.Of<long>(), shape)));
        OnnxTensor input = new(OnnxModel.Input, workload.Sizes(shape), OnnxModel.Number(typeof(float)));
        OnnxTensor output = new(OnnxModel.Output, workload.Sizes(workload.OutputShape), OnnxModel.Number(typeof(float)));
        OnnxTensor places = new("indices", workload.Sizes(workload.OutputShape), OnnxModel.Number(typeof(long)));
        byte[] model = OnnxModel.WithIndices(workload, input, output, places);
        Add(OnnxEngine.EngineName, new OnnxSession(model, 1, [(input, buffers.Input)], [(output, onnxValues), (places, onnxIndices)]));
    }

    public override NativeElements Read => buffers.Input;

    public override NativeElements Written { get; }

    public override void Check()
    {
        foreach ((_, PreparedPool pool) in Contestants)
            pool.Run(1);
        MustAgree<float>(WithIndices, buffers.Output.Of<float>(), values.Of<float>());
        MustAgree<float>(OnnxEngine.EngineName, buffers.Output.Of<float>(), onnxValues.Of<float>());

        // ONNX counts through the whole tensor, PyTorch through a plane.
        int plane = Shape.Height * Shape.Width, pooled = indices.Of<int>().Length / (Shape.Batch * Shape.Channels);
        long[] whole = [.. indices.Of<int>().ToArray().Select((index, place) => index + ((long)(place / pooled) * plane))];
        MustAgree<long>(OnnxEngine.EngineName, whole, onnxIndices.Of<long>());
    }
}
