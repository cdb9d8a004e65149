using System.Globalization;
using System.Text;
using System.Text.Json;
using Quire.Templating.Diagnostics;
using Quire.Templating.Limits;
using Quire.Templating.MergePoints;
using Quire.Templating.Provenance;
using Quire.Templating.Tests.Judge.Support;
using Quire.Templating.Values;

namespace Quire.Templating.Tests.Judge.Fuzz;

/// <summary>Parses and renders one template and checks what always holds. The answer is a signature of what happened.</summary>
internal sealed class FuzzSubject
{
    private static readonly RenderLimits _limits = new()
    {
        MaxSteps = 100_000,
        MaxOutputLength = 1 << 20,
        MaxMemoryBytes = 8 << 20,
        MaxTime = TimeSpan.FromSeconds(2),
    };

    private static readonly Dictionary<string, string> _sources = new()
    {
        ["part"] = "P{{ a }}",
        ["lib"] = "{% macro m(a, b=2) %}<{{ a }}{{ b }}>{% endmacro %}{% set a = 7 %}",
        ["base"] = "<{% block a %}A{% endblock %}{% block b %}B{{ self.a() }}{% endblock %}>",
    };

    private static readonly Value _variables = Value.FromJson(JsonDocument.Parse(
        """
        {"s": "Hello <b>World</b>", "n": null, "t": true, "l": [3, 1, 2], "d": {"a": 1, "b": {"c": [1]}}, "u": "Ünï日😀", "big": 123456789012345678901, "a": "A", "x": 2.5, "name": "self", "html": "<i>",
         "users": [{"name": "Bob", "a": 1}, {"name": "alice", "a": 2}]}
        """).RootElement);

    private readonly Dictionary<string, Template?> _parsed = [];

    public string Run(string source, TemplateOptions options)
    {
        _parsed.Clear();
        var parsed = Template.Parse(source, options);
        CheckDiagnostics(source, parsed);
        if (parsed.Template is not { } template)
            return Signature(options, "parse", string.Join(',', parsed.Diagnostics.Select(Shape).Distinct().Order(StringComparer.Ordinal)), "");
        var result = Render(template, options, null);
        var outcome = result.Error is { } error ? $"{result.Phase} {Shape(error)}" : "text " + Size(result.Output!.Length);
        return Signature(options, outcome, Skeleton(source), $"{template.Parameters.Count} {template.MergePoints.Count} {template.References.Count}");
    }

    /// <summary>The dearer checks, for templates that showed something new: a second render is the same, and provenance covers the output once.</summary>
    public void Deepen(string source, TemplateOptions options)
    {
        if (Template.Parse(source, options).Template is not { } template)
            return;
        var first = Render(template, options, null);
        var recorder = new ProvenanceRecorder();
        var second = Render(template, options, recorder);
        if (first.Phase == RenderPhase.Limit || second.Phase == RenderPhase.Limit)
            return;
        (second.Output, second.Error?.Code, second.Error?.Line).ShouldBe((first.Output, first.Error?.Code, first.Error?.Line), "a second render differs");
        if (second.Output is not null)
            CheckSpans(second.Output, recorder);
    }

    private RenderResult Render(Template template, TemplateOptions options, ProvenanceRecorder? recorder) => template.Render(new RenderRequest
    {
        Variables = _variables,
        Resolve = name => Resolve(name, template, options),
        Limits = _limits,
        Clock = FixedClock.Instance,
        Provenance = recorder,
        Fills = template.MergePoints.Count == 0 ? null : [.. template.MergePoints.Select(Fill)],
    });

    private static IReadOnlyList<MergeFill>? Fill(MergePoint point) => (point.Index % 3) switch
    {
        0 => [MergeFill.Data("{{ data }}", 1)],
        1 => [MergeFill.Contribution(Template.Parse("F{{ a }}{% set a = 5 %}").Template!, 2)],
        _ => null,
    };

    private Template? Resolve(string name, Template self, TemplateOptions options)
    {
        if (name == "self")
            return self;
        if (!_sources.TryGetValue(name, out var source))
            return null;
        if (!_parsed.TryGetValue(name, out var template))
            _parsed[name] = template = Template.Parse(source, options with { Name = name }).Template;
        return template;
    }

    private static void CheckDiagnostics(string source, ParseResult parsed)
    {
        if (parsed.Template is null)
            parsed.Diagnostics.ShouldContain(d => d.Severity == Severity.Error, "no template and no error");
        var lines = 1 + source.Count(c => c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085');
        foreach (var diagnostic in parsed.Diagnostics)
        {
            diagnostic.Line.ShouldBeInRange(1, lines, diagnostic.ToString());
            diagnostic.Column.ShouldBeInRange(1, source.Length + 1, diagnostic.ToString());
            diagnostic.Message.ShouldNotBeNullOrWhiteSpace();
        }
    }

    private static void CheckSpans(string output, ProvenanceRecorder recorder)
    {
        var at = 0;
        foreach (var span in recorder.Spans)
        {
            span.Start.ShouldBe(at, "provenance has a hole or an overlap");
            span.Length.ShouldBeGreaterThan(0, "provenance has an empty span");
            at += span.Length;
        }

        at.ShouldBe(output.Length, "provenance does not cover the output");
    }

    // Messages name things of the template: what stands in quotes or is a number is no part of the shape.
    private static string Shape(Diagnostic diagnostic)
    {
        var shape = new StringBuilder(diagnostic.Code);
        var quoted = false;
        foreach (var c in diagnostic.Message)
        {
            quoted ^= c is '`' or '\'' or '"';
            if (!quoted && !char.IsDigit(c) && shape.Length < 60)
                shape.Append(c);
        }

        return shape.ToString();
    }

    private static string Size(int length) => length == 0 ? "0" : ((int)Math.Log2(length)).ToString(CultureInfo.InvariantCulture);

    // The words of tags and what follows a pipe, as a set: a cheap picture of the tree's shape.
    private static string Skeleton(string source)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < source.Length && words.Count < 4; i++)
        {
            if (source[i] is not ('%' or '|' or '#' or '^' or '>'))
                continue;
            var end = i + 1;
            while (end < source.Length && source[end] is ' ' or '-')
                end++;
            var from = end;
            while (end < source.Length && char.IsAsciiLetter(source[end]))
                end++;
            words.Add(source[from..end]);
        }

        return string.Join(' ', words);
    }

    private static string Signature(TemplateOptions options, string outcome, string shape, string counts) =>
        $"{options.Dialect} {options.Undefined} {outcome} {shape} {counts}";
}
