using System.Text.Json;
using System.Text.Json.Serialization;
using Quire.Core.Langfuse;
using Quire.Prompts.PromptFiles;

namespace Quire.Core.Contents;

/// <summary>What a prompt file declares, as it stands beside its version so that lists need not parse files.</summary>
public sealed record PromptFacts
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary><c>text</c> or <c>chat</c>.</summary>
    public string Type { get; init; } = "text";

    /// <summary>The dialect, in lower case.</summary>
    public string Dialect { get; init; } = "text";

    /// <summary>What the prompt is for.</summary>
    public string? Description { get; init; }

    /// <summary>The category.</summary>
    public string? Category { get; init; }

    /// <summary>The tags of the front matter.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The base that it extends, as written.</summary>
    public string? Extends { get; init; }

    /// <summary>The layer of a contribution, in lower case.</summary>
    public string? Layer { get; init; }

    /// <summary>The scope of a contribution.</summary>
    public string? Scope { get; init; }

    /// <summary>Whether the key <c>x-template</c> marks it as a template for other prompts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Template { get; init; }

    /// <summary>The prompts that its texts name in Langfuse's way, as <c>NAME|version=N</c> or <c>NAME|label=LABEL</c>; null where they name none.</summary>
    public IReadOnlyList<string>? Langfuse { get; init; }

    /// <summary>The facts of a prompt that parses.</summary>
    public static PromptFacts Of(PromptFile file) => new()
    {
        Type = Lower(file.Type),
        Dialect = Lower(file.Dialect),
        Description = file.Description,
        Category = file.Category,
        Tags = file.Tags,
        Extends = file.Contribution?.Extends.ToString(),
        Layer = file.Contribution is { } contribution ? Lower(contribution.Layer) : null,
        Scope = file.Contribution?.Scope?.ToString(),
        Template = file.Extensions.TryGetValue("x-template", out var mark) && mark.ValueKind == JsonValueKind.True,
        Langfuse = LangfuseContent.Of(file)?.Names(),
    };

    /// <summary>The base that it extends as <c>project:path</c>; null for a base, and for one of another organisation.</summary>
    /// <param name="project">The contribution's own project.</param>
    /// <param name="organisation">The contribution's own organisation.</param>
    public string? ExtendsIn(string project, string organisation)
    {
        if (!ExtendsTarget.TryParse(Extends, out var target, out _))
            return null;
        return target.Organisation is { } other && other.ToString() != organisation ? null : $"{target.Project?.ToString() ?? project}:{target.Path}";
    }

    /// <summary>The facts as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads facts.</summary>
    public static PromptFacts FromJson(string json) => JsonSerializer.Deserialize<PromptFacts>(json, Json) ?? new PromptFacts();

#pragma warning disable CA1308 // Names of this kind are lower case wherever Quire shows them.
    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
