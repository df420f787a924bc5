using PoolGen.Generator.Model;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>The elements of a kernel: what they are in memory and in registers, and how they get from one to the other and back.</summary>
internal sealed class ElementText
{
    private readonly ElementRule stored;
    private readonly Access access;
    private readonly string types;
    private readonly NormText? norm;
    private readonly ClampText clamp;
    private readonly int zeroPoint;

    public ElementText(KernelPlan plan, ModeRule mode)
    {
        stored = ElementRule.Of(plan.Element);
        Register = ElementRule.Of(plan.Register);
        Padding = mode.Identity(stored);
        Identity = mode.Identity(Register);
        bool keys = mode.Extremum is not null;
        (access, types) = plan.Element == plan.Register ? (Access.Plain, "")
            : plan.Element != ElementType.Half ? (Access.Wide, "")
            : plan.Operation == PoolOperation.ForwardWithIndices ? (Access.Exact, "")
            : keys && plan.Register == ElementType.Short ? (Access.Keys, $"<{mode.Extremum!.HalfOrder}>")
            : (Access.Halves, "");

        // The order of magnitudes of halves leaves the sign out by itself.
        norm = access == Access.Keys ? null : mode.Norm;
        clamp = new(plan, access == Access.Keys ? mode.Extremum!.HalfOrder : null);
        if (plan.Config.Quantization is PoolQuantization quantization)
        {
            zeroPoint = quantization.InputZeroPoint;
            Padding = stored.Literal(zeroPoint);
        }
    }

    private enum Access
    {
        Plain,
        Wide,
        Keys,
        Halves,
        Exact,
    }

    /// <summary>The type of elements in memory.</summary>
    public string Keyword => stored.Stored;

    /// <summary>The type of elements in the kernel's signature.</summary>
    public string Declared => stored.Keyword;

    /// <summary>What elements are in registers.</summary>
    public ElementRule Register { get; }

    /// <summary>The value in memory that changes nothing.</summary>
    public string Padding { get; }

    /// <summary>The value in registers that changes nothing.</summary>
    public string Identity { get; }

    /// <summary>A number as a literal of the type in registers.</summary>
    public string Literal(double value) => Register.Literal(value);

    /// <summary>The expression that loads taps.</summary>
    public string Load(VectorWidth width, string reference, string offset) => Tap(width, Loaded(width, reference, offset));

    /// <summary>The expression for what elements in registers are as taps.</summary>
    public string Tap(VectorWidth width, string elements)
    {
        if (zeroPoint != 0)
            elements = $"Lanes.Add({elements}, {width.Broadcast(Literal(-zeroPoint))})";
        string clamped = clamp.Taps(elements);
        return norm?.Taps(width, clamped) ?? clamped;
    }

    /// <summary>The expression for what results in registers are as outputs.</summary>
    public string End(string results) => clamp.Ends(results);

    private string Loaded(VectorWidth width, string reference, string offset) => access switch
    {
        Access.Plain => width.LoadRegisters(reference, offset),
        Access.Wide => $"Wide.{width.Named("Load")}<{Keyword}, {Register.Keyword}>(ref {reference}, {offset})",
        Access.Keys => $"HalfKeys.{width.Named("Load")}{types}(ref {reference}, {offset})",
        _ => $"HalfLanes.{width.Named("Load")}(ref {reference}, {offset})",
    };

    /// <summary>The statement that stores elements.</summary>
    public string Store(VectorWidth width, string value, string reference, string offset) => access switch
    {
        Access.Plain => width.StoreRegisters(value, reference, offset),
        Access.Wide => $"Wide.{width.Named("Store")}<{Register.Keyword}, {Keyword}>({value}, ref {reference}, {offset});",
        Access.Keys => $"HalfKeys.{width.Named("Store")}{types}({value}, ref {reference}, {offset});",
        Access.Exact => $"HalfLanes.{width.Named("StoreExact")}({value}, ref {reference}, {offset});",
        _ => $"HalfLanes.{width.Named("Store")}({value}, ref {reference}, {offset});",
    };
}
