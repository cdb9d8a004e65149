using System.Text;
using System.Text.Json;
using Quire.Core.Contents;
using Quire.Prompts;
using Quire.Prompts.Files;
using Quire.Prompts.PromptFiles;
using Quire.Prompts.Yaml;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Imports.Reading;

/// <summary>
/// Makes a file of GitHub Models fit where it is none of ours as it stands: GitHub puts variables into texts and knows no blocks, so a text that is no
/// Jinja is of the dialect <c>variables</c>; and it takes keys that it does not know, which begin with <c>x-</c> here. What fits stays byte for byte.
/// </summary>
internal static class GitHubFile
{
    // Every move reads the file again.
    private const int MaxMoves = 20, MaxBytes = 256 * 1024;
    private const string Variables = "variables", DialectKey = "dialect";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "name", "description", "model", "modelParameters", "messages", "responseFormat", "jsonSchema", "testData", "evaluators",
        "type", DialectKey, "category", "tags", Variables, "extends", "layer", "scope", "behavior", "contributions",
    };

    /// <summary>The file as it can stand here; where it cannot, as it is, so that what is wrong is told of it.</summary>
    public static ReadOnlyMemory<byte> Fit(string path, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxBytes || Fits(path, bytes) || !Utf8Text.IsText(bytes.Span) || Settings(bytes) is not { ValueKind: JsonValueKind.Object } settings)
            return bytes;
        var text = Encoding.UTF8.GetString(bytes.Span);
        var own = settings.EnumerateObject().Where(member => IsOwn(member) && settings.Member($"x-{member.Name}") is null).ToList();
        if (own.Count <= MaxMoves)
        {
            foreach (var member in own)
                text = Set(Set(text, $"x-{member.Name}", member.Value), member.Name, null);
        }
        if (settings.Member(DialectKey) is null && !Fits(path, Encoding.UTF8.GetBytes(text)))
            text = Set(text, DialectKey, JsonSerializer.SerializeToElement(Variables));
        var fitted = Encoding.UTF8.GetBytes(text);
        return Fits(path, fitted) ? fitted : bytes;
    }

    // GitHub has no variables of that name; others write a list of them.
    private static bool IsOwn(JsonProperty member) =>
        (!Known.Contains(member.Name) && !member.Name.StartsWith("x-", StringComparison.Ordinal)) || member is { Name: Variables, Value.ValueKind: JsonValueKind.Array };

    private static bool Fits(string path, ReadOnlyMemory<byte> bytes) => ContentReader.Parse(path, bytes.Span).Diagnostics.All(finding => finding.Severity != Severity.Error);

    private static JsonElement? Settings(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return YamlDocument.ToJson(Encoding.UTF8.GetString(bytes.Span));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Set(string text, string key, JsonElement? value) => HeadEditor.TrySet(PromptFormat.Yaml, text, key, value, out var edited, out _) ? edited : text;
}
