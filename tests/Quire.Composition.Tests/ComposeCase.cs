using System.Text;
using System.Text.Json;
using Quire.Composition.Explaining;
using Quire.Composition.Layers;
using Quire.Composition.Plans;
using Quire.Composition.Rendering;
using Quire.Prompts;
using Quire.Prompts.Names;
using Quire.Prompts.PromptFiles;
using Quire.Templating.Diagnostics;
using Quire.Templating.Values;

namespace Quire.Composition.Tests;

/// <summary>One case of a file in Cases: sources, request, and what composing them gives. Cases/README.md describes the form.</summary>
internal sealed class ComposeCase
{
    private const string BasePath = "base.prompt.md";

    private readonly List<(string Kind, string Argument, string Text)> _sections = [];

    public required string Title { get; init; }

    public static IReadOnlyList<ComposeCase> ReadAll(string text)
    {
        var cases = new List<ComposeCase>();
        var body = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("##### ", StringComparison.Ordinal))
            {
                Close(cases, body);
                cases.Add(new() { Title = line[6..].Trim() });
            }
            else if (line.StartsWith("=== ", StringComparison.Ordinal))
            {
                Close(cases, body);
                var words = line[4..].Trim().Split(' ', 2);
                cases[^1]._sections.Add((words[0], words.Length > 1 ? words[1] : "", ""));
            }
            else
            {
                body.Append(line).Append('\n');
            }
        }

        Close(cases, body);
        return cases;
    }

    // A blank line at the end of a section separates it from the next; it is not part of the text.
    private static void Close(List<ComposeCase> cases, StringBuilder body)
    {
        if (cases.Count > 0 && cases[^1]._sections is { Count: > 0 } sections)
        {
            var text = body.ToString();
            if (text.EndsWith("\n\n", StringComparison.Ordinal))
                text = text[..^1];
            sections[^1] = sections[^1] with { Text = text.EndsWith('\n') ? text[..^1] : text };
        }

        body.Clear();
    }

    /// <summary>The text of the section that says what is expected, by kind.</summary>
    public IEnumerable<(string Kind, string Text)> Expectations =>
        _sections.Where(section => section.Kind is "output" or "errors" or "messages" or "provenance" or "explain" or "notes" or "variables").Select(section => (section.Kind, section.Text));

    public (ComposePlan? Plan, ComposeOutcome Outcome, IReadOnlyList<PointExplanation> Explain) Run()
    {
        var diagnostics = new List<Diagnostic>();
        var sources = Sources(diagnostics).ToList();
        if (diagnostics.Count > 0)
            return (null, new(null, diagnostics), []);
        var request = RequestOf(sources);
        var contributions = sources.Where(source => source.File.IsContribution).ToList();
        var promoted = contributions.Where(source => !request.NotPromoted.Contains(source.Path.Value)).ToList();
        var taking = request.All ? promoted : LayerOrder.Select(promoted, request.Selection);
        var result = ComposePlan.Build(sources[0], taking);
        if (result.Plan is not { } plan)
            return (null, new(null, result.Diagnostics), []);
        var absent = contributions.Except(taking).Select(source => new AbsentContribution(source, promoted.Contains(source) ? AbsenceReason.OtherScope : AbsenceReason.NotPromoted));
        return (plan, plan.Render(request.Compose), plan.Explain(absent, request.Compose.UserText.Keys.ToHashSet()));
    }

    private IEnumerable<PromptSource> Sources(List<Diagnostic> diagnostics)
    {
        var files = Files().ToList();
        var parsed = new List<PromptFile>();
        foreach (var (path, text) in files)
        {
            var result = PromptFileParser.Parse(path, Encoding.UTF8.GetBytes(text));
            diagnostics.AddRange(result.Diagnostics);
            if (result.File is { } file)
                parsed.Add(file);
        }

        var texts = parsed.ToDictionary(file => file.Name.Value, file => file.Body?.Template);
        return parsed.Where(file => !file.Name.Value.StartsWith("inc/", StringComparison.Ordinal)).Select(file => new PromptSource
        {
            Path = file.Name,
            Version = 1,
            ContentHash = file.FilePath,
            File = file,
            // The tree of a contribution has its own includes: inc/LAYER/x goes before inc/x.
            Resolve = name => texts.GetValueOrDefault($"inc/{file.Contribution?.Layer.ToString().ToLowerInvariant()}/{name}") ?? texts.GetValueOrDefault("inc/" + name),
        });
    }

    private IEnumerable<(string Path, string Text)> Files()
    {
        foreach (var (kind, argument, text) in _sections)
        {
            switch (kind)
            {
                case "file":
                    yield return (argument, text);
                    break;
                case "base":
                    yield return (BasePath, argument.Length == 0 ? text : $"---\ndialect: {argument}\n---\n{text}");
                    break;
                case "system" or "tenant" or "feature" or "agent":
                    yield return Contribution(kind, argument, text);
                    break;
            }
        }
    }

    // `=== tenant acme liquid`: scope `-` stands for none.
    private static (string, string) Contribution(string layer, string argument, string text)
    {
        var words = argument.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var scope = words.Length > 0 && words[0] != "-" ? words[0] : null;
        var head = $"extends: base\nlayer: {layer}\n" + (scope is null ? "" : $"scope: {scope}\n") + (words.Length > 1 ? $"dialect: {words[1]}\n" : "");
        return ($"{layer}{(scope is null ? "" : "-" + scope)}.prompt.md", $"---\n{head}---\n{text}");
    }

    private (LayerSelection Selection, ComposeRequest Compose, HashSet<string> NotPromoted, bool All) RequestOf(List<PromptSource> sources)
    {
        var text = _sections.Find(section => section.Kind == "request").Text;
        var json = JsonSerializer.Deserialize<JsonElement>(string.IsNullOrEmpty(text) ? "{}" : text);
        var scoped = new[] { "tenant", "features", "agent", "systems" }.Any(key => json.TryGetProperty(key, out _));
        return (scoped ? Selection(json) : Everyone(sources), Compose(json), List(json, "notPromoted").ToHashSet(), !scoped);
    }

    private static LayerSelection Everyone(List<PromptSource> sources) => new()
    {
        Features = sources.Select(source => source.File.Contribution).Where(header => header?.Layer == LayerKind.Feature).Select(header => header!.Scope).OfType<ScopeName>().ToList(),
    };

    private static LayerSelection Selection(JsonElement json) => new()
    {
        Systems = List(json, "systems").Select(ScopeName.Parse).ToList(),
        Tenant = json.TryGetProperty("tenant", out var tenant) ? ScopeName.Parse(tenant.GetString()!) : null,
        Features = List(json, "features").Select(ScopeName.Parse).ToList(),
        Agent = json.TryGetProperty("agent", out var agent) ? ScopeName.Parse(agent.GetString()!) : null,
    };

    private static ComposeRequest Compose(JsonElement json) => new()
    {
        Variables = json.TryGetProperty("variables", out var variables) ? Value.FromJson(variables) : Value.EmptyMap,
        UserText = json.TryGetProperty("user", out var user) ? user.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!) : [],
        Placeholders = json.TryGetProperty("placeholders", out var lists)
            ? lists.EnumerateObject().ToDictionary(entry => entry.Name, entry => (IReadOnlyList<ChatTurn>)entry.Value.EnumerateArray().Select(turn => new ChatTurn(turn.GetProperty("role").GetString()!, turn.GetProperty("content").GetString()!)).ToList())
            : [],
        Fence = json.TryGetProperty("fence", out var fence)
            ? new() { Instruction = fence.GetString()!, Randomness = bytes => bytes.Fill(0xAB) }
            : null,
    };

    private static IEnumerable<string> List(JsonElement json, string key) =>
        json.TryGetProperty(key, out var list) ? list.EnumerateArray().Select(item => item.GetString()!) : [];
}
