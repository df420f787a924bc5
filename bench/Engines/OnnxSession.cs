using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace PoolGen.Bench.Engines;

/// <summary>A model in ONNX Runtime with bound, preallocated buffers.</summary>
internal sealed class OnnxSession : PreparedPool
{
    private readonly InferenceSession session;
    private readonly RunOptions runOptions = new();
    private readonly List<OrtValue> values = [];
    private readonly OrtIoBinding binding;

    public OnnxSession(
        byte[] model, int threads, IReadOnlyList<(OnnxTensor Tensor, NativeElements Elements)> inputs, IReadOnlyList<(OnnxTensor Tensor, NativeElements Elements)> outputs)
    {
        using SessionOptions options = new()
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        session = new InferenceSession(model, options);
        binding = session.CreateIoBinding();
        foreach ((OnnxTensor tensor, NativeElements elements) in inputs)
            binding.BindInput(tensor.Name, Bound(tensor, elements));
        foreach ((OnnxTensor tensor, NativeElements elements) in outputs)
            binding.BindOutput(tensor.Name, Bound(tensor, elements));
    }

    public override void Run(int times)
    {
        for (int time = 0; time < times; time++)
            session.RunWithBinding(runOptions, binding);
    }

    public override void Dispose()
    {
        binding.Dispose();
        foreach (OrtValue value in values)
            value.Dispose();
        runOptions.Dispose();
        session.Dispose();
        base.Dispose();
    }

    private OrtValue Bound(OnnxTensor tensor, NativeElements elements)
    {
        OrtValue value = OrtValue.CreateTensorValueWithData(
            OrtMemoryInfo.DefaultInstance, (TensorElementType)tensor.Element, tensor.Sizes, elements.Address, elements.Bytes);
        values.Add(value);
        return value;
    }
}
