using System.Text.Json;
using Quire.Core.Langfuse;
using Quire.Templating;

namespace Quire.Core.Imports;

/// <summary>What a source says of a version. What is null it does not say: there a prompt keeps what it has, and nothing differs.</summary>
public sealed record ImportParts
{
    /// <summary>The text, or the messages.</summary>
    public required LangfuseContent Content { get; init; }

    /// <summary>The dialect that the source names.</summary>
    public Dialect? Dialect { get; init; }

    /// <summary>The dialect of a new prompt where the source names none.</summary>
    public Dialect NewDialect { get; init; } = Templating.Dialect.Variables;

    /// <summary>A title for people.</summary>
    public string? Title { get; init; }

    /// <summary>What the prompt is for.</summary>
    public string? Description { get; init; }

    /// <summary>The category.</summary>
    public string? Category { get; init; }

    /// <summary>The schema of the variables.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>The model settings: any JSON; an empty object says that there are none.</summary>
    public JsonElement? Model { get; init; }

    /// <summary>The schema of the answer.</summary>
    public JsonElement? ResponseFormat { get; init; }

    /// <summary>Keys that begin with <c>x-</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extensions { get; init; } = new Dictionary<string, JsonElement>();
}
