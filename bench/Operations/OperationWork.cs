using PoolGen.Bench.Engines;

namespace PoolGen.Bench.Operations;

/// <summary>
/// Something besides plain pooling that is timed: indices, gradients, several results at once. It has buffers of its own, and contestants that
/// all compute the same from them.
/// </summary>
/// <param name="id">A short name; that of the workload where it is one.</param>
/// <param name="what">What is computed, in words.</param>
/// <param name="shape">The shape of the input.</param>
internal abstract class OperationWork(string id, string what, PoolShape shape) : IDisposable
{
    private readonly List<IDisposable> owned = [];
    private readonly List<(string Name, PreparedPool Pool)> contestants = [];

    public string Id => id;

    public string What => what;

    public PoolShape Shape => shape;

    /// <summary>What is timed, by name, in the order of the table.</summary>
    public IReadOnlyList<(string Name, PreparedPool Pool)> Contestants => contestants;

    /// <summary>As much memory as any contestant must read.</summary>
    public abstract NativeElements Read { get; }

    /// <summary>As much memory as any contestant must write.</summary>
    public abstract NativeElements Written { get; }

    /// <summary>Runs every contestant once and compares what they computed.</summary>
    /// <exception cref="InvalidOperationException">Two of them disagree.</exception>
    public abstract void Check();

    public void Dispose()
    {
        foreach (IDisposable one in owned)
            one.Dispose();
    }

    /// <summary>A call that is made as often as it is told.</summary>
    protected static PreparedPool Repeated(Action call) => new KernelCalls(call);

    /// <summary>Adds a contestant.</summary>
    protected void Add(string name, PreparedPool pool)
    {
        contestants.Add((name, pool));
        owned.Add(pool);
    }

    /// <summary>Something that is freed with this.</summary>
    protected T Keep<T>(T one)
        where T : IDisposable
    {
        owned.Add(one);
        return one;
    }

    /// <summary>Elements that are freed with this.</summary>
    protected NativeElements Own(int count, int size) => Keep(new NativeElements(count, size));

    /// <summary>
    /// Random numbers that are freed with this. What the limit reads and writes must be numbers, too: some processors store zeros past the caches in
    /// half the time.
    /// </summary>
    protected NativeElements OwnNumbers(int count)
    {
        NativeElements numbers = Own(count, sizeof(float));
        Random random = new(1);
        foreach (ref float value in numbers.Of<float>())
            value = random.NextSingle() - 0.5f;
        return numbers;
    }

    /// <summary>Refuses results that are not the same to the byte.</summary>
    protected void MustAgree<T>(string name, ReadOnlySpan<T> expected, ReadOnlySpan<T> found)
        where T : IEquatable<T>
    {
        int same = expected.CommonPrefixLength(found);
        if (same < expected.Length)
            throw new InvalidOperationException(FormattableString.Invariant($"{Id}, {What}: {name} has {found[same]} at {same}, expected {expected[same]}"));
    }

    /// <summary>Calls of generated code, which nothing else warms.</summary>
    private sealed class KernelCalls(Action call) : PreparedPool
    {
        public override TimeSpan LongestWarmup => KernelEngine.KernelWarmup;

        public override void Run(int times)
        {
            for (int time = 0; time < times; time++)
                call();
        }
    }
}
