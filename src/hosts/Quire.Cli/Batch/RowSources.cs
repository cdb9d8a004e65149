using Quire.Templating;
using Quire.Templating.Diagnostics;

namespace Quire.Cli.Batch;

/// <summary>The other templates of a row, parsed when asked for, once.</summary>
/// <param name="sources">Their texts by name; null for none.</param>
/// <param name="options">How they are read.</param>
internal sealed class RowSources(BatchRow? sources, TemplateOptions options)
{
    private readonly Dictionary<string, Template?> _parsed = new(StringComparer.Ordinal);

    /// <summary>The first of them that was asked for and does not parse.</summary>
    public Diagnostic? Failure { get; private set; }

    /// <summary>The template of that name; null where there is none.</summary>
    public Template? Resolve(string name)
    {
        if (_parsed.TryGetValue(name, out var known))
            return known;
        if (sources?.Text(name) is not { } source)
            return null;
        var parsed = Template.Parse(source, options with { Name = name });
        if (parsed.Template is null)
            Failure ??= BatchErrors.First(parsed.Diagnostics);
        return _parsed[name] = parsed.Template;
    }
}
