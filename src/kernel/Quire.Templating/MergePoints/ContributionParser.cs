using Quire.Templating.Diagnostics;

namespace Quire.Templating.MergePoints;

/// <summary>Reads the <c>{% contribute "name" %}…{% endcontribute %}</c> blocks of a contribution, before and whatever its dialect.</summary>
public static class ContributionParser
{
    /// <summary>Reads a contribution. Never throws for bad input; whatever is not a block and not blank is an error with its place.</summary>
    /// <param name="source">The text of the contribution.</param>
    /// <param name="bodyDialect">The dialect of the bodies.</param>
    /// <param name="options">How bodies are read; their dialect is taken from <paramref name="bodyDialect"/>.</param>
    public static ContributionParseResult Parse(string source, Dialect bodyDialect, TemplateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= TemplateOptions.Default;
        var diagnostics = new DiagnosticBag(source, options);
        if (source.Length > options.MaxSourceLength)
        {
            diagnostics.Error(Codes.SourceTooLong, $"the source has {source.Length} characters, more than the limit of {options.MaxSourceLength}", 1, 0, 0);
            return new ContributionParseResult([], diagnostics.All);
        }
        return new ContributionScanner(source, bodyDialect, options, diagnostics).Run();
    }
}
