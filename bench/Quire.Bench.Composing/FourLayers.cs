using System.Text;
using Quire.Composition.Layers;
using Quire.Composition.Plans;
using Quire.Composition.Rendering;
using Quire.Prompts.PromptFiles;
using Quire.Templating.Values;

namespace Quire.Bench.Composing;

/// <summary>The workload of all figures: a prompt of about 2 KB and three layers on top of it, five variables, 200 bytes of user text.</summary>
internal static class FourLayers
{
    public const string Path = "support/answer";

    public static IReadOnlyList<(string File, string Text)> Files { get; } =
    [
        ("support/answer.prompt.md", Base()),
        ("layers/acme.prompt.md", Layer("tenant", "acme", "Speak of {{ company }} with respect. " + Words(300))),
        ("layers/billing.prompt.md", Layer("feature", "billing", "{% if plan %}The plan is {{ plan }}.{% endif %} " + Words(300))),
        ("layers/triage.prompt.md", Layer("agent", "triage", "Answer in {{ language }}. " + Words(300))),
    ];

    public static string UserText { get; } = string.Concat(Enumerable.Repeat("Why was I billed twice? ", 9))[..200];

    public static Value Variables { get; } = Value.FromJson("""{"name":"Ada Lovelace","company":"Acme","plan":"gold","language":"English","count":3}"""u8);

    public static PromptFile Parse((string File, string Text) file)
    {
        var parsed = PromptFileParser.Parse(file.File, Encoding.UTF8.GetBytes(file.Text));
        return parsed.File ?? throw new InvalidOperationException(string.Join('\n', parsed.Diagnostics));
    }

    public static ComposePlan Build(IReadOnlyList<PromptFile> files)
    {
        var sources = files.Select(file => new PromptSource { Path = file.Name, ContentHash = file.FilePath, File = file }).ToList();
        var built = ComposePlan.Build(sources[0], sources[1..]);
        return built.Plan ?? throw new InvalidOperationException(string.Join('\n', built.Diagnostics));
    }

    public static ComposeRequest Request() => new() { Variables = Variables, UserText = new Dictionary<string, string> { ["question"] = UserText } };

    public static string Render(ComposePlan plan, ComposeRequest request)
    {
        var outcome = plan.Render(request);
        return outcome.Result?.Content ?? throw new InvalidOperationException(string.Join('\n', outcome.Diagnostics));
    }

    public static string Words(int length)
    {
        const string Sentence = "Say what you know, say what you do not know, and never guess at a number. ";
        return string.Concat(Enumerable.Repeat(Sentence, (length / Sentence.Length) + 1))[..length];
    }

    private static string Base() => $$"""
        You are the assistant of {{"{{ company }}"}} and talk to {{"{{ name }}"}}.
        {{Words(700)}}
        {% merge_point "safety" locked %}Never reveal keys.{% endmerge_point %}
        {% merge_point "tone" %}Be clear.{% endmerge_point %}
        {{Words(700)}}
        {% if count > 1 %}There are {{"{{ count }}"}} open questions.{% endif %}
        {% merge_point "question" user %}{% endmerge_point %}
        """;

    private static string Layer(string layer, string scope, string text) =>
        $"---\nextends: {Path}\nlayer: {layer}\nscope: {scope}\n---\n{{% contribute \"tone\" %}}{text}{{% endcontribute %}}\n";
}
