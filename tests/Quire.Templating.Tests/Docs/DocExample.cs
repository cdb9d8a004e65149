using System.Text.Json;
using Quire.Templating.MergePoints;
using Quire.Templating.Tests.Judge.Support;
using Quire.Templating.Values;

namespace Quire.Templating.Tests.Docs;

/// <summary>An example of a page: a template, what it is given, and what comes of it.</summary>
internal sealed class DocExample(Fence template, TemplateOptions options)
{
    public Fence Source => template;

    public TemplateOptions Options => options;

    public Dictionary<string, Fence> Files { get; } = [];

    public List<Fence> Contributions { get; } = [];

    public Dictionary<string, string> UserTexts { get; } = [];

    public string? Variables { get; set; }

    public string? Expected { get; set; }

    public bool ExpectsError { get; set; }

    /// <summary>Whether Python can be asked for the same answer.</summary>
    public bool IsPlainJinja =>
        options.Dialect == Dialect.Jinja && !template.Text.Contains("merge_point", StringComparison.Ordinal) && Files.Values.All(f => f.Language == "jinja");

    public string Render()
    {
        var parsed = Template.Parse(template.Text, options);
        if (parsed.Template is null) return string.Join('\n', parsed.Diagnostics);
        var result = parsed.Template.Render(new RenderRequest
        {
            Variables = Variables is null ? Value.EmptyMap : Value.FromJson(JsonDocument.Parse(Variables).RootElement),
            Resolve = Resolve,
            Clock = FixedClock.Instance,
            Fills = [.. parsed.Template.MergePoints.Select(Fill)],
        });
        return result.Error is { } error ? error.ToString() : result.Output!;
    }

    private Template? Resolve(string name) => Files.TryGetValue(name, out var file)
        ? Template.Parse(file.Text, options with { Name = name, Dialect = DocExamples.DialectOf(file.Language) }).Template
        : null;

    private MergeFill[]? Fill(MergePoint point)
    {
        if (UserTexts.TryGetValue(point.Name, out var text)) return [MergeFill.Data(text, 1)];
        var blocks = Contributions.SelectMany(c => ContributionParser.Parse(c.Text, DocExamples.DialectOf(c.Language), options).Blocks).Where(b => b.MergePoint == point.Name);
        MergeFill[] fills = [.. blocks.Select(b => MergeFill.Contribution(b.Body, 1))];
        return fills.Length == 0 ? null : fills;
    }
}
