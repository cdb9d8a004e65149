using System.Text.Json;
using System.Text.Json.Nodes;
using Quire.Core.Errors;
using Quire.Prompts.Names;

namespace Quire.Core.Sets;

/// <summary>What a <c>quire.json</c> says of the prompt set of its folder.</summary>
public sealed record SetManifest
{
    private const int MaxText = 1_000;
    private static readonly string[] Keys = ["$schema", "name", "version", "description", "dependencies"];
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The set's name; null where the folder's name is meant.</summary>
    public string? Name { get; init; }

    /// <summary>The semantic version that the next release shall have; null where none is planned.</summary>
    public string? Version { get; init; }

    /// <summary>What the set is for.</summary>
    public string? Description { get; init; }

    /// <summary>Everything, as it is written.</summary>
    public JsonElement Json { get; init; }

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static SetManifest Parse(ReadOnlySpan<byte> bytes)
    {
        var root = Root(bytes);
        foreach (var member in root.EnumerateObject())
            Check(member);
        var name = Text(root, "name");
        if (name is not null && !ProjectName.TryParse(name, out _, out var problem))
            throw new FormatException($"its name is refused: {problem.Message}");
        return new SetManifest { Name = name, Version = SetVersion.Check(Text(root, "version")), Description = Text(root, "description"), Json = root };
    }

    /// <summary>The file of a manifest: what was there, with these values in place of the old ones.</summary>
    /// <param name="before">The manifest that was there; null for none.</param>
    public byte[] Write(SetManifest? before)
    {
        var json = before is null ? [] : JsonObject.Create(before.Json)!;
        Set(json, "name", Name);
        Set(json, "version", Version);
        Set(json, "description", Description);
        return [.. JsonSerializer.SerializeToUtf8Bytes(json, Readable), (byte)'\n'];
    }

    private static void Set(JsonObject json, string key, string? value)
    {
        if (value is null)
            json.Remove(key);
        else
            json[key] = value;
    }

    private static JsonElement Root(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes.ToArray(), new JsonDocumentOptions { MaxDepth = 16, AllowDuplicateProperties = false });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root ? root.Clone() : throw new FormatException("it is no object.");
        }
        catch (JsonException error)
        {
            throw new FormatException($"it is not JSON: {error.Message}");
        }
    }

    private static void Check(JsonProperty member)
    {
        if (!Keys.Contains(member.Name) && !member.Name.StartsWith("x-", StringComparison.Ordinal))
            throw new FormatException($"it has an unknown key '{(member.Name.Length > 100 ? member.Name[..100] + "…" : member.Name)}'; known are {string.Join(", ", Keys)} and keys that begin with x-.");
        if (member.Name == "dependencies" && (member.Value.ValueKind != JsonValueKind.Object || member.Value.EnumerateObject().Any(entry => entry.Value.ValueKind != JsonValueKind.String)))
            throw new FormatException("its dependencies are no object of texts.");
    }

    private static string? Text(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= MaxText } text ? text : throw new FormatException($"its {name} is no text of 1 to {MaxText:N0} characters.");
    }

    /// <summary>The error for a file that is no manifest.</summary>
    internal static QuireException Refuse(string filePath, string reason) =>
        new(ErrorKind.Rejected, "invalid_set", $"'{filePath}' is no manifest of a prompt set: {reason}", "docs/prompt-sets.md has its form.");
}
