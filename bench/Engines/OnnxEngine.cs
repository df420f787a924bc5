using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
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

    public PreparedPool Prepare(Workload workload, PoolBuffers buffers) => new Prepared(workload, buffers, threads);

    private sealed class Prepared : PreparedPool
    {
        private readonly InferenceSession session;
        private readonly RunOptions runOptions = new();
        private readonly OrtValue input;
        private readonly OrtValue output;
        private readonly OrtIoBinding binding;

        public Prepared(Workload workload, PoolBuffers buffers, int threads)
        {
            using SessionOptions options = new()
            {
                IntraOpNumThreads = threads,
                InterOpNumThreads = 1,
                ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
                GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
            };
            session = new InferenceSession(OnnxModel.Of(workload), options);
            input = Bind(buffers.Input, workload.Sizes(workload.Shape), workload.Element);
            output = Bind(buffers.Output, workload.Sizes(workload.OutputShape), workload.Element);
            binding = session.CreateIoBinding();
            binding.BindInput(OnnxModel.Input, input);
            binding.BindOutput(OnnxModel.Output, output);
        }

        public override void Run(int times)
        {
            for (int time = 0; time < times; time++)
                session.RunWithBinding(runOptions, binding);
        }

        public override void Dispose()
        {
            binding.Dispose();
            output.Dispose();
            input.Dispose();
            runOptions.Dispose();
            session.Dispose();
            base.Dispose();
        }

        private static OrtValue Bind(NativeElements buffer, long[] sizes, Type element) => OrtValue.CreateTensorValueWithData(
            OrtMemoryInfo.DefaultInstance,
            (TensorElementType)OnnxModel.Number(element),
            sizes,
            buffer.Address,
            buffer.Bytes);
    }
}
