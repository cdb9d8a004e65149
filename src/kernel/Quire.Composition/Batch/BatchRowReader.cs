using System.Text.Json;
using Quire.Composition.Layers;
using Quire.Composition.Rendering;
using Quire.Composition.UserText;
using Quire.Prompts.Names;
using Quire.Prompts.Text;
using Quire.Templating.Values;

namespace Quire.Composition.Batch;

/// <summary>Reads one row. Unknown members are refused: a misspelt one would compose something else.</summary>
internal sealed class BatchRowReader(FenceOptions fence)
{
    private static readonly string[] RowKeys = ["id", "prompt", "sources", "request", "explain", "provenance", "notPromoted"];
    private static readonly string[] RequestKeys = ["systems", "tenant", "features", "agent", "variables", "userText", "placeholders", "fence", "seed"];

    public BatchRow Read(JsonElement row)
    {
        CheckKeys(row, RowKeys, "a row");
        var request = row.TryGetProperty("request", out var given) ? given : default;
        if (request.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Object))
            throw Wrong("request", "an object");
        if (request.ValueKind == JsonValueKind.Object)
            CheckKeys(request, RequestKeys, "`request`");
        return new()
        {
            Id = row.TryGetProperty("id", out var id) ? id.Clone() : null,
            Prompt = Text(row, "prompt") ?? throw Missing("prompt"),
            Sources = Sources(row),
            Selection = Selection(request),
            Request = Request(request) with { WithProvenance = Flag(row, "provenance", true) },
            Explain = Flag(row, "explain", false),
            NotPromoted = Texts(row, "notPromoted").ToHashSet(StringComparer.Ordinal),
        };
    }

    private static List<KeyValuePair<string, string>> Sources(JsonElement row)
    {
        if (!row.TryGetProperty("sources", out var sources))
            throw Missing("sources");
        if (sources.ValueKind != JsonValueKind.Object)
            throw Wrong("sources", "an object from file path to text");
        return sources.EnumerateObject().Select(source => KeyValuePair.Create(source.Name, source.Value.ValueKind == JsonValueKind.String ? source.Value.GetString()! : throw Wrong($"sources.{SafeText.Of(source.Name)}", "a text"))).ToList();
    }

    private static LayerSelection Selection(JsonElement request) => new()
    {
        Systems = Texts(request, "systems").Select(Scope).ToList(),
        Tenant = Text(request, "tenant") is { } tenant ? Scope(tenant) : null,
        Features = Texts(request, "features").Select(Scope).ToList(),
        Agent = Text(request, "agent") is { } agent ? Scope(agent) : null,
    };

    private ComposeRequest Request(JsonElement request) => new()
    {
        Variables = Object(request, "variables") is { } variables ? Value.FromJson(variables) : Value.EmptyMap,
        UserText = Object(request, "userText") is { } text ? text.EnumerateObject().ToDictionary(entry => entry.Name, entry => String(entry.Value, $"userText.{SafeText.Of(entry.Name)}"), StringComparer.Ordinal) : new Dictionary<string, string>(),
        Placeholders = Object(request, "placeholders") is { } lists ? lists.EnumerateObject().ToDictionary(entry => entry.Name, entry => (IReadOnlyList<ChatTurn>)Turns(entry.Value), StringComparer.Ordinal) : new Dictionary<string, IReadOnlyList<ChatTurn>>(),
        Fence = Flag(request, "fence", false) ? fence : null,
        Seed = Object(request, "seed", JsonValueKind.Number) is { } seed && seed.TryGetInt32(out var number) ? number : 0,
    };

    private static List<ChatTurn> Turns(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array)
            throw Wrong("placeholders", "an object from name to a list of messages");
        return list.EnumerateArray().Select(turn => new ChatTurn(
            (turn.ValueKind == JsonValueKind.Object ? Text(turn, "role") : null) ?? throw Missing("role"),
            Text(turn, "content") ?? throw Missing("content"))).ToList();
    }

    private static ScopeName Scope(string text) =>
        ScopeName.TryParse(text, out var scope, out var error) ? scope : throw new BatchRowException(error.Code, error.Message, error.Hint ?? "");

    private static IEnumerable<string> Texts(JsonElement owner, string name) =>
        Object(owner, name, JsonValueKind.Array) is { } list ? list.EnumerateArray().Select(item => String(item, name)) : [];

    private static string? Text(JsonElement owner, string name) => Object(owner, name, JsonValueKind.String)?.GetString();

    private static string String(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(name, "a text");

    private static bool Flag(JsonElement owner, string name, bool otherwise)
    {
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty(name, out var value))
            return otherwise;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name, "true or false");
    }

    private static JsonElement? Object(JsonElement owner, string name, JsonValueKind kind = JsonValueKind.Object)
    {
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == kind ? value : throw Wrong(name, $"of kind {kind.ToString().ToLowerInvariant()}");
    }

    private static void CheckKeys(JsonElement owner, string[] known, string what)
    {
        foreach (var member in owner.EnumerateObject().Where(member => !known.Contains(member.Name)))
            throw new BatchRowException(BatchCodes.Member, $"`{SafeText.Of(member.Name)}` is not known in {what}.", DidYouMean.Hint(member.Name, known) ?? $"known are {string.Join(", ", known)}");
    }

    private static BatchRowException Missing(string name) => new(BatchCodes.Member, $"`{name}` is missing.", "see docs/composition.md");

    private static BatchRowException Wrong(string name, string wanted) => new(BatchCodes.Member, $"`{name}` is not {wanted}.", "see docs/composition.md");
}
