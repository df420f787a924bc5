using PoolGen.Bench.Engines;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Operations;

/// <summary>The gradient of the input, from that of the output and, of a maximum, the indices.</summary>
internal sealed class BackwardWork : OperationWork
{
    public const string Backward = "Backward";

    private readonly Action fallback;
    private readonly NativeElements found;
    private readonly NativeElements expected;

    public BackwardWork(Workload workload)
        : base(workload.Id, $"{workload.Config} backward", workload.Shape)
    {
        PoolShape shape = workload.Shape;
        PoolConfig config = workload.Config;
        int outputs = workload.OutputShape.Length;
        NativeElements gradient = OwnNumbers(outputs);
        found = Own(shape.Length, sizeof(float));
        expected = Own(shape.Length, sizeof(float));
        PoolDispatcher loops = new([]);
        if (config.Mode == PoolMode.Average)
        {
            PoolGradientKernel<float> kernel = OperationPools.Kernels.OfType<PoolGradientKernel<float>>().First(kernel => kernel.Config == config);
            Read = gradient;
            Add(Backward, Repeated(() => kernel.Run(gradient.Of<float>(), found.Of<float>(), shape)));
            fallback = () => loops.RunBackward<float>(config, shape, gradient.Of<float>(), expected.Of<float>());
            return;
        }

        NativeElements values = Own(outputs, sizeof(float)), indices = Own(outputs, sizeof(int));
        using PoolBuffers buffers = new(workload);
        loops.RunWithIndices<float, int>(config, shape, buffers.Input.Of<float>(), values.Of<float>(), indices.Of<int>());
        PoolScatterKernel<float, int> scatter = OperationPools.Kernels.OfType<PoolScatterKernel<float, int>>()
            .First(kernel => kernel.Config == config && kernel.Operation == PoolOperation.Backward);
        Read = OwnNumbers(2 * outputs);
        Add(Backward, Repeated(() => scatter.Run(gradient.Of<float>(), indices.Of<int>(), found.Of<float>(), shape)));
        fallback = () => loops.RunBackward<float, int>(config, shape, gradient.Of<float>(), indices.Of<int>(), expected.Of<float>());
    }

    public override NativeElements Read { get; }

    public override NativeElements Written => found;

    public override void Check()
    {
        Contestants[0].Pool.Run(1);
        fallback();
        MustAgree<float>(Backward, expected.Of<float>(), found.Of<float>());
    }
}
