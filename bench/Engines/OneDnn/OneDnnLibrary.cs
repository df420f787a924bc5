using System.Runtime.InteropServices;

namespace PoolGen.Bench.Engines.OneDnn;

/// <summary>
/// The installed oneDNN library, called through its C interface. Nothing of it is part of the build: the file is looked for at run
/// time, and its functions by name.
/// </summary>
internal sealed unsafe class OneDnnLibrary
{
    private const int CpuEngine = 1;
    private const int InOrderStream = 1;
    private const int InputArgument = 1;
    private const int OutputArgument = 17;
    private const int ImplementationQuery = 8;

    /// <summary>The function of OpenMP that limits threads; it is found among the libraries that oneDNN loads.</summary>
    private const string LimitThreads = "omp_set_num_threads";

    /// <summary>The shared libraries of versions 3 and 2; the newer one is preferred.</summary>
    private static readonly string[] Files = ["libdnnl.so.3", "libdnnl.so.2"];

    private readonly nint library;
    private readonly delegate* unmanaged<nint, nint, int, Argument*, int> execute;
    private readonly nint engine;
    private readonly nint stream;

    private OneDnnLibrary(nint library)
    {
        this.library = library;
        int* version = ((delegate* unmanaged<int*>)Function("dnnl_version"))();
        Version = new Version(version[0], version[1], version[2]);
        Descriptions = Version.Major >= 3 ? new OneDnnVersion3(this) : new OneDnnVersion2(this);
        execute = (delegate* unmanaged<nint, nint, int, Argument*, int>)Function("dnnl_primitive_execute");
        engine = CreateEngine();
        stream = CreateStream();
    }

    /// <summary>The version of the library that was found.</summary>
    public Version Version { get; }

    /// <summary>How this version describes maps and poolings.</summary>
    public IOneDnnDescriptions Descriptions { get; }

    /// <summary>Loads the library and limits its threads; where it cannot be used, null and why.</summary>
    public static OneDnnLibrary? Load(int threads, out string refusal)
    {
        foreach (string file in Files)
        {
            if (!NativeLibrary.TryLoad(file, out nint handle))
                continue;
            if (!NativeLibrary.TryGetExport(handle, LimitThreads, out nint limitThreads))
            {
                refusal = $"{file} has no {LimitThreads}, so its threads cannot be limited";
                return null;
            }

            ((delegate* unmanaged<int, void>)limitThreads)(threads);
            refusal = "";
            return new OneDnnLibrary(handle);
        }

        refusal = $"neither {string.Join(" nor ", Files)} is installed";
        return null;
    }

    /// <summary>The address of a function.</summary>
    public nint Function(string name) => NativeLibrary.GetExport(library, name);

    /// <summary>Checks a status.</summary>
    /// <exception cref="InvalidOperationException">The status is not 0.</exception>
    public static void Check(string function, int status)
    {
        if (status != 0)
            throw new InvalidOperationException($"oneDNN's {function} returned status {status}; 0 is success");
    }

    /// <summary>A memory object over a buffer of the caller.</summary>
    public nint CreateMemory(nint map, NativeElements buffer)
    {
        const string Name = "dnnl_memory_create";
        nint created = 0;
        Check(Name, ((delegate* unmanaged<nint*, nint, nint, void*, int>)Function(Name))(&created, map, engine, buffer.Pointer));
        return created;
    }

    /// <summary>The implementation that oneDNN has for a pooling between two maps on this processor, and its name.</summary>
    public (nint Primitive, string Implementation) CreatePrimitive(in OneDnnPooling pooling, nint input, nint output)
    {
        const string Name = "dnnl_primitive_create";
        nint description = Descriptions.CreatePooling(engine, pooling, input, output);
        nint created = 0;
        Check(Name, ((delegate* unmanaged<nint*, nint, int>)Function(Name))(&created, description));
        string implementation = ImplementationOf(description);
        Free("dnnl_primitive_desc_destroy", description);
        return (created, implementation);
    }

    /// <summary>Runs a primitive from one memory to another, to the end.</summary>
    public void Execute(nint primitive, nint input, nint output)
    {
        // A stream of the processor is done when the call returns.
        Argument* arguments = stackalloc Argument[] { new(InputArgument, input), new(OutputArgument, output) };
        Check("dnnl_primitive_execute", execute(primitive, stream, 2, arguments));
    }

    /// <summary>Frees a handle with the library's function for it.</summary>
    public void Free(string function, nint handle) => Check(function, ((delegate* unmanaged<nint, int>)Function(function))(handle));

    private string ImplementationOf(nint description)
    {
        const string Name = "dnnl_primitive_desc_query";
        byte* text = null;
        Check(Name, ((delegate* unmanaged<nint, int, int, byte**, int>)Function(Name))(description, ImplementationQuery, 0, &text));
        return Marshal.PtrToStringUTF8((nint)text) ?? "";
    }

    private nint CreateEngine()
    {
        const string Name = "dnnl_engine_create";
        nint created = 0;
        Check(Name, ((delegate* unmanaged<nint*, int, nuint, int>)Function(Name))(&created, CpuEngine, 0));
        return created;
    }

    private nint CreateStream()
    {
        const string Name = "dnnl_stream_create";
        nint created = 0;
        Check(Name, ((delegate* unmanaged<nint*, nint, int, int>)Function(Name))(&created, engine, InOrderStream));
        return created;
    }

    /// <summary>dnnl_exec_arg_t.</summary>
    private readonly struct Argument(int index, nint memory)
    {
        private readonly int index = index;
        private readonly nint memory = memory;
    }
}
