using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace PoolGen.Tests.Children;

/// <summary>Listens to the compiler of the runtime and keeps the names of kernel methods that it put into their callers.</summary>
internal sealed class InlinedMethods : EventListener
{
    private const EventKeywords JitTracing = (EventKeywords)0x1000;
    private static readonly TimeSpan DeliveryTime = TimeSpan.FromSeconds(1);

    // The base constructor already raises events, so this is made by the first that needs it.
    private ConcurrentDictionary<string, bool>? names;

    /// <summary>The methods so far, as <c>namespace.type:method</c>. Waits for events that are under way.</summary>
    public IEnumerable<string> Names()
    {
        Thread.Sleep(DeliveryTime);
        return Kept().Keys;
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            EnableEvents(eventSource, EventLevel.Verbose, JitTracing);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName is not string name || !name.StartsWith("MethodJitInliningSucceeded", StringComparison.Ordinal))
            return;
        string type = Payload(eventData, "InlineeNamespace");
        if (type.StartsWith("PoolGen.Generated.", StringComparison.Ordinal))
            Kept()[$"{type}:{Payload(eventData, "InlineeName")}"] = true;
    }

    private ConcurrentDictionary<string, bool> Kept() =>
        LazyInitializer.EnsureInitialized(ref names, () => new ConcurrentDictionary<string, bool>());

    private static string Payload(EventWrittenEventArgs eventData, string name) =>
        eventData.Payload?[eventData.PayloadNames?.IndexOf(name) ?? 0] as string ?? "";
}
