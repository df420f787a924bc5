using Microsoft.ML.OnnxRuntime;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Engines;

/// <summary>
/// ONNX Runtime with bound, preallocated buffers. It pools in channels-first order only: for a channels-last workload it pools
/// the same sizes in its own order.
/// </summary>
internal sealed class OnnxEngine(int threads) : IPoolEngine
{
    public const string EngineName = "ONNX Runtime";

    public string Name => EngineName;

    public string Version => OrtEnv.Instance().GetVersionString();

    public PoolLayout Layout(Workload workload) => PoolLayout.ChannelsFirst;

    public bool CanRun(Workload workload) => workload.Slides || workload.IsGlobal;

    public PreparedPool Prepare(Workload workload, PoolBuffers buffers)
    {
        int element = OnnxModel.Number(workload.Element);
        return new OnnxSession(
            OnnxModel.Of(workload),
            threads,
            [(new(OnnxModel.Input, workload.Sizes(workload.Shape), element), buffers.Input)],
            [(new(OnnxModel.Output, workload.Sizes(workload.OutputShape), element), buffers.Output)]);
    }
}
