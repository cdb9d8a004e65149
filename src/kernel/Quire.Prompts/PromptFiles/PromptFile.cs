using System.Text.Json;
using Quire.Prompts.Names;
using Quire.Prompts.Schemas;
using Quire.Templating;

namespace Quire.Prompts.PromptFiles;

/// <summary>
/// A prompt as its file says it, read and checked. Immutable and shareable: one instance serves every request for its content.
/// </summary>
public sealed record PromptFile
{
    /// <summary>The file's path in its tree; places in findings refer to it.</summary>
    public required string FilePath { get; init; }

    /// <summary>The prompt's name.</summary>
    public required PromptPath Name { get; init; }

    /// <summary>How it is written down.</summary>
    public required PromptFormat Format { get; init; }

    /// <summary>What it renders to.</summary>
    public required PromptType Type { get; init; }

    /// <summary>The language of its templates.</summary>
    public required Dialect Dialect { get; init; }

    /// <summary>What the prompt is for; null where the file says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>GitHub Models' <c>name</c>: a title for people, not the prompt's name. Only in <c>.prompt.yml</c>.</summary>
    public string? Title { get; init; }

    /// <summary>The tags, in order, each once.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The category; null where the file says nothing.</summary>
    public string? Category { get; init; }

    /// <summary>The schema of the variables with their defaults; null where the file declares none.</summary>
    public VariableSchema? Variables { get; init; }

    /// <summary>The key <c>model</c>: any JSON value; null where the file says nothing.</summary>
    public JsonElement? Model { get; init; }

    /// <summary>GitHub Models' <c>modelParameters</c>, an object. Only in <c>.prompt.yml</c>.</summary>
    public JsonElement? ModelParameters { get; init; }

    /// <summary>GitHub Models' <c>responseFormat</c>. Only in <c>.prompt.yml</c>.</summary>
    public JsonElement? ResponseFormat { get; init; }

    /// <summary>GitHub Models' <c>jsonSchema</c> of the answer. Only in <c>.prompt.yml</c>.</summary>
    public JsonElement? JsonSchema { get; init; }

    /// <summary>GitHub Models' <c>testData</c>. Only in <c>.prompt.yml</c>.</summary>
    public JsonElement? TestData { get; init; }

    /// <summary>GitHub Models' <c>evaluators</c>. Only in <c>.prompt.yml</c>.</summary>
    public JsonElement? Evaluators { get; init; }

    /// <summary>The keys that begin with <c>x-</c>: kept, not read.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extensions { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>What it extends; null for a base prompt.</summary>
    public ContributionHeader? Contribution { get; init; }

    /// <summary>The template of a text prompt; null for chat prompts and contributions.</summary>
    public PromptTemplate? Body { get; init; }

    /// <summary>The messages, placeholders and merge points of a chat prompt, in order.</summary>
    public IReadOnlyList<ChatItem> Messages { get; init; } = [];

    /// <summary>The blocks of a contribution, in order.</summary>
    public IReadOnlyList<ContributionPart> Parts { get; init; } = [];

    /// <summary>Whether the file adds to another prompt.</summary>
    public bool IsContribution => Contribution is not null;

    /// <summary>Every template of the prompt: the body, the messages' contents, the blocks.</summary>
    public IEnumerable<PromptTemplate> Templates()
    {
        if (Body is not null)
            yield return Body;
        foreach (var template in Messages.SelectMany(item => item.Templates()).Concat(Parts.SelectMany(part => part.Templates())))
            yield return template;
    }

    /// <summary>The literal names that the templates include, import or extend, each once, in order of the file.</summary>
    public IReadOnlyList<string> References => Templates().SelectMany(template => template.Template.References).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>Langfuse's <c>config</c> and MLflow's model configuration: see <see cref="ModelConfig"/>.</summary>
    public JsonElement Config => ModelConfig.Of(Model, ModelParameters);
}
