namespace Quire.Templating;

/// <summary>How a source text is read. Immutable; one instance may serve many templates.</summary>
public sealed record TemplateOptions
{
    /// <summary>The options of a plain Jinja template.</summary>
    public static TemplateOptions Default { get; } = new();

    /// <summary>The language of the source. Default: <see cref="Dialect.Jinja"/>.</summary>
    public Dialect Dialect { get; init; } = Dialect.Jinja;

    /// <summary>Drops the first newline after a block tag (Jinja). Default: false.</summary>
    public bool TrimBlocks { get; init; }

    /// <summary>Strips blanks from the start of a line to a block tag (Jinja). Default: false.</summary>
    public bool LstripBlocks { get; init; }

    /// <summary>Keeps the one newline at the end of the source that Jinja drops. Default: false.</summary>
    public bool KeepTrailingNewline { get; init; }

    /// <summary>What an unknown name does. Default: <see cref="UndefinedMode.Default"/>.</summary>
    public UndefinedMode Undefined { get; init; }

    /// <summary>Hugging Face's flavour: its <c>tojson</c>, <c>raise_exception</c>, <c>strftime_now</c>, <c>{% generation %}</c>. Trim and lstrip blocks are options of their own. Default: false.</summary>
    public bool ChatTemplate { get; init; }

    /// <summary>Whether printed values are escaped. Default: <see cref="EscapeMode.None"/>, prompts are not HTML.</summary>
    public EscapeMode Escape { get; init; }

    /// <summary>The only filters that may be used; any other is a parse error. Null, the default, allows all.</summary>
    public IReadOnlySet<string>? AllowedFilters { get; init; }

    /// <summary>The longest source in UTF-16 units. Default: 4 Mi. Longer is a parse error.</summary>
    public int MaxSourceLength { get; init; } = 4 * 1024 * 1024;

    /// <summary>How deep tags and expressions may nest, 1 to 200. Default: 100.</summary>
    public int MaxParserDepth { get; init; } = 100;

    /// <summary>Whether <c>{% merge_point %}</c> is a tag (Jinja and Liquid). Default: true.</summary>
    public bool AllowMergePoints { get; init; } = true;

    /// <summary>The line of its file on which the source begins, from 1, so that places in diagnostics are places in the file.</summary>
    public int BaseLine { get; init; } = 1;

    /// <summary>The column of its file at which the source begins, from 1.</summary>
    public int BaseColumn { get; init; } = 1;

    /// <summary>The template's name, shown in diagnostics; null for none.</summary>
    public string? Name { get; init; }
}
