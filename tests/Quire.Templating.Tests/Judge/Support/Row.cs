using System.Text.Json;

namespace Quire.Templating.Tests.Judge.Support;

/// <summary>One case: what is rendered, and what must come of it.</summary>
internal sealed record Row
{
    public required string Id { get; init; }

    public string Kind { get; init; } = "";

    public required string Template { get; init; }

    public JsonElement? Context { get; init; }

    public IReadOnlyDictionary<string, string> Templates { get; init; } = new Dictionary<string, string>();

    public TemplateOptions Options { get; init; } = TemplateOptions.Default;

    public Outcome Expected { get; init; } = Outcome.Text("");

    /// <summary>Reads a row in the form of <c>quire render --batch</c> with the oracle's answer beside it.</summary>
    public static Row Read(JsonElement json) => new()
    {
        Id = json.GetProperty("id").ToString(),
        Kind = json.TryGetProperty("kind", out var kind) ? kind.GetString()! : "",
        Template = json.GetProperty("template").GetString()!,
        Context = json.TryGetProperty("context", out var context) ? context.Clone() : null,
        Templates = json.TryGetProperty("templates", out var templates)
            ? templates.EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetString()!)
            : new Dictionary<string, string>(),
        Options = json.TryGetProperty("env", out var env) ? ReadOptions(env) : TemplateOptions.Default,
        Expected = ReadAnswer(json),
    };

    public static IReadOnlyList<Row> ReadLines(IEnumerable<string> lines) =>
        [.. lines.Where(line => line.Length > 0).Select(line => Read(JsonDocument.Parse(line).RootElement))];

    public static TemplateOptions ReadOptions(JsonElement env) => new()
    {
        TrimBlocks = Flag(env, "trim_blocks"),
        LstripBlocks = Flag(env, "lstrip_blocks"),
        KeepTrailingNewline = Flag(env, "keep_trailing_newline"),
        ChatTemplate = Flag(env, "chat_template"),
        Escape = env.TryGetProperty("escape", out var escape) && escape.GetString() == "html" ? EscapeMode.Html : EscapeMode.None,
        Undefined = env.TryGetProperty("undefined", out var mode) ? Enum.Parse<UndefinedMode>(mode.GetString()!, ignoreCase: true) : UndefinedMode.Default,
    };

    private static bool Flag(JsonElement env, string name) => env.TryGetProperty(name, out var flag) && flag.GetBoolean();

    private static Outcome ReadAnswer(JsonElement json)
    {
        if (json.TryGetProperty("output", out var output))
            return Outcome.Text(output.GetString()!);
        var error = json.GetProperty("error");
        var line = error.GetProperty("line");
        return Outcome.Failure(
            error.GetProperty("phase").GetString()!,
            line.ValueKind == JsonValueKind.Number ? line.GetInt32() : 0,
            error.GetProperty("type").GetString() + ": " + error.GetProperty("message").GetString());
    }
}
