using Quire.Templating.Diagnostics;
using Quire.Templating.Values;

namespace Quire.Templating.Tests.Judge.Support;

/// <summary>Parses and renders a row the way <c>quire render --batch</c> does.</summary>
internal static class RowRunner
{
    public static Outcome Run(Row row)
    {
        var parsed = Template.Parse(row.Template, row.Options);
        if (parsed.Template is null)
            return ParseFailure(parsed);
        var sources = new Sources(row);
        var result = parsed.Template.Render(new RenderRequest
        {
            Variables = row.Context is { } context ? Value.FromJson(context) : Value.EmptyMap,
            Resolve = sources.Resolve,
            Clock = FixedClock.Instance,
        });
        if (sources.Failure is { } failure)
            return failure;
        return result.Error is { } error
            ? Outcome.Failure(result.Phase == RenderPhase.Limit ? "limit" : "render", error.Line, $"{error.Code} {error.Message}")
            : Outcome.Text(result.Output!);
    }

    public static Outcome ParseFailure(ParseResult parsed)
    {
        var first = parsed.Diagnostics.First(d => d.Severity == Severity.Error);
        return Outcome.Failure("parse", first.Line, $"{first.Code} {first.Message}");
    }

    /// <summary>The row's other templates, parsed when asked for, once.</summary>
    private sealed class Sources(Row row)
    {
        private readonly Dictionary<string, Template?> _parsed = [];

        public Outcome? Failure { get; private set; }

        public Template? Resolve(string name)
        {
            if (_parsed.TryGetValue(name, out var known))
                return known;
            if (!row.Templates.TryGetValue(name, out var source))
                return null;
            var parsed = Template.Parse(source, row.Options with { Name = name });
            if (parsed.Template is null)
                Failure ??= ParseFailure(parsed);
            return _parsed[name] = parsed.Template;
        }
    }
}
