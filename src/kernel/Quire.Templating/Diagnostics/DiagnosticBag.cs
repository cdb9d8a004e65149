using Quire.Templating.Nodes;

namespace Quire.Templating.Diagnostics;

/// <summary>Collects what is wrong with one source, up to a cap, and turns offsets into lines, columns and excerpts.</summary>
internal sealed class DiagnosticBag(string source, TemplateOptions options)
{
    private const int Cap = 50;
    private readonly List<Diagnostic> _found = [];

    public bool HasErrors { get; private set; }

    public IReadOnlyList<Diagnostic> All => _found;

    public bool IsFull => _found.Count >= Cap;

    public void Error(string code, string message, Node node, string? hint = null) => Error(code, message, node.Line, node.Position, 0, hint);

    /// <summary>Reports at a line; the offset gives the column where it stands on that line.</summary>
    public void Error(string code, string message, int line, int position, int length, string? hint = null) =>
        Add(Severity.Error, code, message, line, position, length, hint);

    /// <summary>Reports at an offset; the line is only looked for where the diagnostic is kept.</summary>
    public void ErrorAt(string code, string message, int position, int length, string? hint = null)
    {
        HasErrors = true;
        if (!IsFull) Error(code, message, Places.LineOf(source, position), position, length, hint);
    }

    public void Warn(string code, string message, int line, int position, int length, string? hint = null) =>
        Add(Severity.Warning, code, message, line, position, length, hint);

    /// <summary>The line and column of an offset, in the file.</summary>
    public (int Line, int Column) PlaceOf(int position) => Places.Of(source, options, position);

    private void Add(Severity severity, string code, string message, int line, int position, int length, string? hint)
    {
        if (severity == Severity.Error) HasErrors = true;
        if (IsFull) return;
        _found.Add(Places.At(source, options, severity, code, message, line, position, length, hint));
    }
}
