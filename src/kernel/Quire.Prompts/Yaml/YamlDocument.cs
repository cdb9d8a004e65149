using System.Globalization;
using System.Text.Json;
using YamlDotNet.Core;

namespace Quire.Prompts.Yaml;

/// <summary>Reads YAML as JSON, under the rules of prompt files: no anchors, no aliases, no tags, no repeated keys, bounded in depth and size.</summary>
public static class YamlDocument
{
    /// <summary>The one document of a text; an empty one is null.</summary>
    /// <exception cref="FormatException">The text is no YAML, or uses what is not read; the message names line and column.</exception>
    public static JsonElement ToJson(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return YamlReader.Read(text) is { } root ? YamlJson.ToElement(root) : JsonElement.Parse("null");
        }
        catch (YamlLimitException error)
        {
            throw Refuse(error.Span.Line, error.Span.Column, error.Hint is null ? error.Message : $"{error.Message} {error.Hint}");
        }
        catch (YamlException error)
        {
            throw Refuse((int)error.Start.Line, (int)error.Start.Column, error.Message);
        }
    }

    private static FormatException Refuse(int line, int column, string message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}: {message}"));
}
