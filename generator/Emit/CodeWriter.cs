using System;
using System.Text;

namespace PoolGen.Generator.Emit;

/// <summary>Writes indented text with line feeds only. A block is a disposable, so braces and indentation cannot come apart.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
            text.Append(' ', depth * 4).Append(line);
        text.Append('\n');
    }

    /// <summary>Writes several lines, each at the current indentation; their own relative indentation stays.</summary>
    public void Lines(string lines)
    {
        foreach (string line in lines.Replace("\r", "").Split('\n'))
            Line(line);
    }

    /// <summary>Writes the header line and an opening brace; the closing brace follows when the block is disposed.</summary>
    public IDisposable Block(string header)
    {
        Line(header);
        Line("{");
        depth++;
        return new OpenBlock(this);
    }

    public override string ToString()
    {
        if (depth != 0)
            throw new InvalidOperationException("A block was left open");
        return text.ToString();
    }

    private sealed class OpenBlock(CodeWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            writer.Line("}");
        }
    }
}
