using System.Text;
using System.Text.Json;
using Quire.Core.Langfuse;
using Quire.Core.Mlflow;
using Quire.Prompts;
using Quire.Prompts.Files;
using Quire.Prompts.Names;
using Quire.Prompts.PromptFiles;

namespace Quire.Core.Imports.Planning;

/// <summary>Makes the file of parts, and tells whether a file says them already.</summary>
internal static class PartsFile
{
    /// <summary>The file: what the parts say, and what the prompt said before where they say nothing.</summary>
    /// <param name="path">The prompt's path.</param>
    /// <param name="said">The parts.</param>
    /// <param name="current">The file that stands there now; null for none.</param>
    /// <param name="tags">The tags of a new prompt.</param>
    public static (string FilePath, byte[] Bytes) Write(PromptPath path, ImportParts said, PromptFile? current, IReadOnlyList<string> tags)
    {
        var parts = Parts(said, current, tags);
        return (FileRole.FilePath(path, parts.Format), Encoding.UTF8.GetBytes(PromptFileWriter.Write(parts)));
    }

    /// <summary>Whether a version says the same.</summary>
    /// <param name="said">The parts.</param>
    /// <param name="file">The version's file; null where it does not parse.</param>
    /// <param name="modelOverride">Its model settings where they are overridden, as JSON.</param>
    public static bool Fits(ImportParts said, PromptFile? file, string? modelOverride)
    {
        if (file is null || LangfuseContent.Of(file) is not { } content || !Same(said.Content, content))
            return false;
        return (said.Dialect is null || said.Dialect == file.Dialect)
            && (said.Title is null || said.Title == file.Title)
            && (said.Description is null || said.Description == file.Description)
            && (said.Category is null || said.Category == file.Category)
            && (said.Variables is not { } variables || Same(variables, file.Variables?.Schema))
            && (said.Model is not { } model || JsonElement.DeepEquals(ModelConfig.Of(model, null), LangfuseConfig.Of(file, modelOverride)))
            && (said.ResponseFormat is not { } format || Same(format, file.Format == PromptFormat.Yaml ? file.ResponseFormat : Extension(file, MlflowContent.ResponseFormat)))
            && said.Extensions.All(extension => Same(extension.Value, Extension(file, extension.Key)));
    }

    private static PromptParts Parts(ImportParts said, PromptFile? current, IReadOnlyList<string> tags)
    {
        var model = said.Model is { } wanted ? Filled(wanted) : current?.Model;
        var extensions = Extensions(said, current);
        var chat = said.Content.Messages is not null;
        var parameters = said.Model is null ? current?.ModelParameters : null;
        var verbatim = !chat && current is { Format: PromptFormat.Text } && model is null && extensions.Count == 0 && said is { Dialect: null, Description: null, Category: null };
        return new PromptParts
        {
            Format = chat ? PromptFormat.Yaml : verbatim ? PromptFormat.Text : PromptFormat.Markdown,
            Dialect = said.Dialect ?? current?.Dialect ?? said.NewDialect,
            Title = said.Title ?? current?.Title,
            Description = said.Description ?? current?.Description,
            Tags = current?.Tags ?? tags,
            Category = said.Category ?? current?.Category,
            Variables = said.Variables ?? current?.Variables?.Schema,
            Model = model,
            ModelParameters = parameters,
            ResponseFormat = chat ? said.ResponseFormat ?? current?.ResponseFormat : null,
            JsonSchema = current?.JsonSchema,
            TestData = current?.TestData,
            Evaluators = current?.Evaluators,
            Extensions = extensions,
            Body = said.Content.Text ?? "",
            Messages = chat ? LangfuseFile.Json(said.Content.Messages!) : null,
        };
    }

    private static Dictionary<string, JsonElement> Extensions(ImportParts said, PromptFile? current)
    {
        var extensions = (current?.Extensions ?? new Dictionary<string, JsonElement>()).ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in said.Extensions)
            extensions[key] = value;
        if (said.Content.Messages is null && said.ResponseFormat is { } format)
            extensions[MlflowContent.ResponseFormat] = format;
        return extensions;
    }

    private static bool Same(LangfuseContent one, LangfuseContent other) => one.Messages is { } messages
        ? other.Messages is { } others && messages.SequenceEqual(others)
        : one.Text == other.Text;

    private static bool Same(JsonElement one, JsonElement? other) => other is { } there && JsonElement.DeepEquals(one, there);

    private static JsonElement? Extension(PromptFile file, string key) => file.Extensions.TryGetValue(key, out var value) ? value : null;

    // Settings that say nothing are not written down.
    private static JsonElement? Filled(JsonElement model) => model.ValueKind == JsonValueKind.Object && !model.EnumerateObject().Any() ? null : model;
}
