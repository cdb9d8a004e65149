using System.Text.Json;
using System.Text.Json.Nodes;
using Quire.Templating;

namespace Quire.Bench.Templating;

/// <summary>One text, made in four ways from the same data.</summary>
internal sealed record Workload
{
    public required string Name { get; init; }

    public required string Jinja { get; init; }

    public required string Handlebars { get; init; }

    /// <summary>The data as objects: what Handlebars and the hand-written version read.</summary>
    public required object Model { get; init; }

    public required Action<PooledText> ByHand { get; init; }

    public TemplateOptions Options { get; init; } = new() { TrimBlocks = true, LstripBlocks = true, ChatTemplate = true };

    /// <summary>The data as JSON: what the engine and Python read.</summary>
    public JsonNode Context => JsonSerializer.SerializeToNode(Model, Json)!;

    private static JsonSerializerOptions Json { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}
