using Quire.Templating;
using Quire.Templating.Diagnostics;

namespace Quire.Prompts.PromptFiles;

/// <summary>A template inside a prompt file.</summary>
public sealed class PromptTemplate
{
    internal PromptTemplate(Template template, int columnShift)
    {
        Template = template;
        ColumnShift = columnShift;
    }

    /// <summary>The template's text.</summary>
    public string Source => Template.Source;

    /// <summary>The template, read; its places are lines of the file.</summary>
    public Template Template { get; }

    /// <summary>How many columns the file indents each line of the text (block scalars of YAML).</summary>
    public int ColumnShift { get; }

    /// <summary>A finding of the engine with its column as the file counts it.</summary>
    public Diagnostic InFile(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return ColumnShift == 0 || diagnostic.Column == 0 ? diagnostic : diagnostic with { Column = diagnostic.Column + ColumnShift };
    }
}
