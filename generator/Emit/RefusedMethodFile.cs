using PoolGen.Generator.Model;

namespace PoolGen.Generator.Emit;

/// <summary>Writes the body of a partial method that breaks a rule, so that the compiler reports the rule and not a missing body.</summary>
internal static class RefusedMethodFile
{
    public static string Text(RefusedMethod method)
    {
        CodeWriter writer = new();
        Header.Write(writer);
        using (ContainerBlocks.Open(writer, method.Container))
        {
            writer.Line(Header.GeneratedCode);
            using (writer.Block(method.Signature))
                writer.Line($"throw new global::System.InvalidOperationException({method.Message});");
        }

        return writer.ToString();
    }
}
