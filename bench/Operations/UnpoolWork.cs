using PoolGen.Bench.Engines;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Operations;

/// <summary>Pooled elements back where their indices say.</summary>
internal sealed class UnpoolWork : OperationWork
{
    public const string Unpool = "Unpool";

    private readonly NativeElements unpooled;
    private readonly NativeElements expected;

    public UnpoolWork(Workload workload)
        : base(workload.Id, $"{workload.Config} unpooled", workload.Shape)
    {
        PoolShape shape = workload.Shape;
        int outputs = workload.OutputShape.Length, plane = shape.Height * shape.Width, pooled = outputs / (shape.Batch * shape.Channels);
        using PoolBuffers buffers = new(workload);
        NativeElements values = Own(outputs, sizeof(float)), indices = Own(outputs, sizeof(int)), places = Own(outputs, sizeof(long));
        unpooled = Own(shape.Length, sizeof(float));
        expected = Own(shape.Length, sizeof(float));
        Read = OwnNumbers(2 * outputs);
        OperationPools.Kernels.OfType<PoolIndexKernel<float, int>>().First(kernel => kernel.Config == workload.Config)
            .Run(buffers.Input.Of<float>(), values.Of<float>(), indices.Of<int>(), shape);
        for (int place = 0; place < outputs; place++)
            places.Of<long>()[place] = indices.Of<int>()[place] + ((long)(place / pooled) * plane);
        PoolScatterKernel<float, int> kernel = OperationPools.Kernels.OfType<PoolScatterKernel<float, int>>()
            .First(kernel => kernel.Config == workload.Config && kernel.Operation == PoolOperation.Unpool);
        Add(Unpool, Repeated(() => kernel.Run(values.Of<float>(), indices.Of<int>(), unpooled.Of<float>(), shape)));
        OnnxTensor input = new("values", workload.Sizes(workload.OutputShape), OnnxModel.Number(typeof(float)));
        OnnxTensor where = new("indices", workload.Sizes(workload.OutputShape), OnnxModel.Number(typeof(long)));
        OnnxTensor output = new(OnnxModel.Output, workload.Sizes(shape), OnnxModel.Number(typeof(float)));
        Add(OnnxEngine.EngineName, new OnnxSession(OnnxModel.Unpool(workload, input, where, output), 1, [(input, values), (where, places)], [(output, expected)]));
    }

    public override NativeElements Read { get; }

    public override NativeElements Written => unpooled;

    public override void Check()
    {
        foreach ((_, PreparedPool pool) in Contestants)
            pool.Run(1);
        MustAgree<float>(Unpool, expected.Of<float>(), unpooled.Of<float>());
    }
}
