using System;

namespace PoolGen.Generator.Emit;

/// <summary>Writes calls of methods that are compiled with and without asking for input ahead: the size of the map chooses between them.</summary>
internal static class AheadBranch
{
    /// <summary>The type parameter of such methods.</summary>
    public const string TypeParameter = "TAhead";

    /// <summary>Declares what the branch looks at.</summary>
    public static void WriteLocal(CodeWriter writer, KernelText text)
    {
        if (text.Plan.FetchesAhead)
            writer.Line("bool ahead = Ahead.Pays(input);");
    }

    /// <summary>Writes a call for each choice, or one with no choice.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="text">The kernel.</param>
    /// <param name="method">The method that is called.</param>
    /// <param name="otherwise">The type argument where the kernel never asks ahead.</param>
    public static void WriteCall(CodeWriter writer, KernelText text, MethodText method, string otherwise)
    {
        if (!text.Plan.FetchesAhead)
        {
            method.WriteCall(writer, otherwise);
            return;
        }

        using (writer.Block("if (ahead)"))
            method.WriteCall(writer, "FetchAhead");
        using (writer.Block("else"))
            method.WriteCall(writer, "NoFetch");
        writer.Line();
    }

    /// <summary>Writes what a turn asks for: as many elements as it takes anew from the input.</summary>
    public static void WriteFetch(CodeWriter writer, KernelText text, string row, string index, int elements)
    {
        if (text.Plan.FetchesAhead)
            writer.Line($"TAhead.Fetch(ref {row}, {index}, {KernelText.Number(elements)});");
    }

    /// <summary>Writes what a turn at <c>x</c> of a vector loop asks for, where each position takes <paramref name="rate"/> elements anew.</summary>
    public static void WriteFetch(CodeWriter writer, KernelText text, VectorWidth width, int rate)
    {
        if (!width.IsScalar)
            WriteFetch(writer, text, "row0", KernelText.Times("x", rate), rate * width.Lanes(text.Element));
    }
}
