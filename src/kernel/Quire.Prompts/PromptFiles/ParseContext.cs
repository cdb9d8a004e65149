using Quire.Prompts.Names;
using Quire.Prompts.Text;
using Quire.Prompts.Yaml;
using Quire.Templating;
using Quire.Templating.Diagnostics;
using YamlDotNet.Core;

namespace Quire.Prompts.PromptFiles;

/// <summary>One file while it is read: its text, its name and what was found so far.</summary>
internal sealed class ParseContext(string filePath, PromptPath name, string text)
{
    private readonly SourceText _source = new(text);
    private readonly List<Diagnostic> _diagnostics = [];

    public string FilePath { get; } = filePath;

    public PromptPath Name { get; } = name;

    public string Text { get; } = text;

    /// <summary>How many lines stand before the YAML text.</summary>
    public int YamlLineOffset { get; set; }

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public bool HasErrors => _diagnostics.Exists(d => d.Severity == Severity.Error);

    public void Error(string code, string message, string? hint, int line, int column, int length = 1) => Add(new()
    {
        Code = code,
        Severity = Severity.Error,
        Message = message,
        Hint = hint,
        File = FilePath,
        Line = line,
        Column = column,
        Length = length,
        Excerpt = _source.Excerpt(line, column, length),
    });

    public void Error(string code, string message, string? hint, YamlNode node) =>
        Error(code, message, hint, node.Span.Line + YamlLineOffset, node.Span.Column, LengthOf(node.Span));

    public void Error(NameError error, YamlNode node) => Error(error.Code, error.Message, error.Hint, node);

    public void Error(YamlLimitException error) =>
        Error(error.Code, error.Message, error.Hint, error.Span.Line + YamlLineOffset, error.Span.Column, LengthOf(error.Span));

    public void Error(YamlException error) =>
        Error(PromptFileCodes.YamlSyntax, $"The YAML does not parse: {SafeText.Of(error.InnerException?.Message ?? error.Message)}", null, (int)error.Start.Line + YamlLineOffset, (int)error.Start.Column);

    public void Add(Diagnostic diagnostic)
    {
        if (_diagnostics.Count < PromptLimits.MaxDiagnostics)
            _diagnostics.Add(diagnostic);
    }

    /// <summary>Reads a template and keeps its findings; null when it does not parse.</summary>
    public PromptTemplate? ReadTemplate(string source, TemplateOptions options, int columnShift)
    {
        var result = Template.Parse(source, options with { Name = FilePath });
        foreach (var diagnostic in result.Diagnostics)
            Add(Place(diagnostic, columnShift));
        return result.Template is { } template ? new(template, columnShift) : null;
    }

    public Diagnostic Place(Diagnostic diagnostic, int columnShift) => diagnostic with
    {
        File = FilePath,
        Column = diagnostic.Column == 0 ? 0 : diagnostic.Column + columnShift,
    };

    private static int LengthOf(YamlSpan span) => Math.Clamp(span.End - span.Start, 1, 200);
}
