using System.Text;
using System.Text.Json;
using Quire.Prompts.Yaml;
using Quire.Templating;

namespace Quire.Prompts.PromptFiles;

/// <summary>
/// Writes prompt files in one canonical form, so that the same parts always give the same bytes. What it writes is not
/// checked: read it with <see cref="PromptFileParser"/> as any other file.
/// </summary>
public static class PromptFileWriter
{
    /// <summary>The text of the file.</summary>
    public static string Write(PromptParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Format == PromptFormat.Text)
            return parts.Body;
        var head = new StringBuilder();
        foreach (var (key, value) in Head(parts))
            head.Append(YamlWriter.Entry(key, value));
        if (parts.Format == PromptFormat.Yaml)
            return head.ToString();
        var needsHead = head.Length > 0 || FrontMatter.Find(parts.Body) is not { YamlStart: 0 };
        return needsHead ? $"---\n{head}---\n{parts.Body}" : parts.Body;
    }

    private static IEnumerable<KeyValuePair<string, JsonElement>> Head(PromptParts parts)
    {
        var yaml = parts.Format == PromptFormat.Yaml;
        KeyValuePair<string, JsonElement?>[] entries =
        [
            new("name", yaml ? Text(parts.Title) : null),
            new("description", Text(parts.Description)),
            new("dialect", parts.Dialect == Dialect.Jinja ? null : Text(parts.Dialect.ToString().ToLowerInvariant())),
            new("tags", parts.Tags.Count == 0 ? null : JsonSerializer.SerializeToElement(parts.Tags)),
            new("category", Text(parts.Category)),
            new("extends", Text(parts.Extends?.ToString())),
            new("layer", Text(parts.Layer?.ToString().ToLowerInvariant())),
            new("scope", Text(parts.Scope?.Value)),
            new("variables", parts.Variables),
            new("model", parts.Model),
            new("modelParameters", yaml ? parts.ModelParameters : null),
            new("responseFormat", yaml ? parts.ResponseFormat : null),
            new("jsonSchema", yaml ? parts.JsonSchema : null),
            new("testData", yaml ? parts.TestData : null),
            new("evaluators", yaml ? parts.Evaluators : null),
            .. parts.Extensions.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, (JsonElement?)entry.Value)),
            new("messages", yaml ? parts.Messages : null),
            new("contributions", yaml ? parts.Contributions : null),
        ];
        return entries.Where(entry => entry.Value is not null).Select(entry => KeyValuePair.Create(entry.Key, entry.Value!.Value));
    }

    private static JsonElement? Text(string? text) => text is null ? null : JsonSerializer.SerializeToElement(text);
}
