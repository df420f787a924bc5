using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Engines.OneDnn;

/// <summary>oneDNN, the pooling of Intel's library, in the workload's own layout.</summary>
internal sealed class OneDnnEngine(OneDnnLibrary library) : IPoolEngine
{
    public const string EngineName = "oneDNN";

    public string Name => EngineName;

    public string Version => library.Version.ToString();

    public bool CanRun(Workload workload) => workload.Element == typeof(float) && workload.Slides && OneDnnPooling.Of(workload) is not null;

    public PreparedPool Prepare(Workload workload, PoolBuffers buffers) => new Prepared(library, workload, buffers);

    private sealed class Prepared : PreparedPool
    {
        private readonly OneDnnLibrary library;
        private readonly nint input;
        private readonly nint output;
        private readonly nint primitive;

        public Prepared(OneDnnLibrary library, Workload workload, PoolBuffers buffers)
        {
            this.library = library;
            PoolLayout layout = workload.Config.Layout;
            OneDnnPooling pooling = OneDnnPooling.Of(workload)!.Value;
            nint inputMap = Describe(workload.Sizes(workload.Shape), layout), outputMap = Describe(workload.Sizes(workload.OutputShape), layout);
            input = library.CreateMemory(inputMap, buffers.Input);
            output = library.CreateMemory(outputMap, buffers.Output);
            (primitive, Implementation) = library.CreatePrimitive(pooling, inputMap, outputMap);
            library.Descriptions.FreeMap(inputMap);
            library.Descriptions.FreeMap(outputMap);
        }

        public override string Implementation { get; }

        public override void Run(int times)
        {
            for (int time = 0; time < times; time++)
                library.Execute(primitive, input, output);
        }

        public override void Dispose()
        {
            library.Free("dnnl_primitive_destroy", primitive);
            library.Free("dnnl_memory_destroy", input);
            library.Free("dnnl_memory_destroy", output);
            base.Dispose();
        }

        private nint Describe(long[] sizes, PoolLayout layout) =>
            library.Descriptions.CreateMap(sizes, OneDnnPooling.Strides(sizes, layout));
    }
}
