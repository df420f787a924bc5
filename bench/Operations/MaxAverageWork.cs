using PoolGen.Bench.Engines;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Operations;

/// <summary>The maximum and the average of the same windows in one pass, beside the two kernels one after the other.</summary>
internal sealed class MaxAverageWork : OperationWork
{
    public const string Both = "Maximum and average";
    public const string OneByOne = "Two kernels one by one";

    private readonly PoolBuffers buffers;
    private readonly NativeElements maximum;
    private readonly NativeElements average;
    private readonly NativeElements averageAlone;

    public MaxAverageWork(Workload workload)
        : base(workload.Id, $"{workload.Config} with the average", workload.Shape)
    {
        PoolShape shape = workload.Shape;
        PoolConfig max = workload.Config;
        int outputs = workload.OutputShape.Length;
        buffers = Keep(new PoolBuffers(workload));
        maximum = Own(outputs, sizeof(float));
        average = Own(outputs, sizeof(float));
        averageAlone = Own(outputs, sizeof(float));
        Written = Own(2 * outputs, sizeof(float));
        PoolMaxAverageKernel<float> both = OperationPools.Kernels.OfType<PoolMaxAverageKernel<float>>().First(kernel => kernel.Config.Layout == max.Layout);
        PoolKernel<float> first = OperationPools.Kernels.OfType<PoolKernel<float>>().First(kernel => kernel.Config == max);
        PoolKernel<float> second = OperationPools.Kernels.OfType<PoolKernel<float>>()
            .First(kernel => kernel.Config == PoolConfig.Average(max.Height.Window, max.Height.Stride, layout: max.Layout));
        Add(Both, Repeated(() => both.Run(buffers.Input.Of<float>(), maximum.Of<float>(), average.Of<float>(), shape)));
        Add(OneByOne, Repeated(() =>
        {
            first.Run(buffers.Input.Of<float>(), buffers.Output.Of<float>(), shape);
            second.Run(buffers.Input.Of<float>(), averageAlone.Of<float>(), shape);
        }));
    }

    public override NativeElements Read => buffers.Input;

    public override NativeElements Written { get; }

    public override void Check()
    {
        foreach ((_, PreparedPool pool) in Contestants)
            pool.Run(1);
        MustAgree<float>(Both, buffers.Output.Of<float>(), maximum.Of<float>());
        MustAgree<float>(Both, averageAlone.Of<float>(), average.Of<float>());
    }
}
