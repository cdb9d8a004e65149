using System.Text;
using System.Text.Json;
using Quire.Core.Errors;
using Quire.Prompts;
using Quire.Prompts.Files;
using Quire.Prompts.Names;
using Quire.Prompts.PromptFiles;
using Quire.Templating;

namespace Quire.Core.Mlflow;

/// <summary>
/// The file of a version that comes in tags. What a file can say goes into it; tags that say anything else stay tags of the version, so that a client
/// reads what it wrote.
/// </summary>
internal sealed class MlflowFile
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    private readonly Dictionary<string, string> _own;
    private readonly PromptFile? _current;
    private readonly string _text;
    private readonly JsonElement? _messages;
    private readonly JsonElement? _model;
    private readonly JsonElement? _format;

    /// <summary>Sorts the tags.</summary>
    /// <param name="path">The prompt's path.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="current">The file that stands there now; null for none, or for one that does not parse.</param>
    /// <exception cref="QuireException"><c>invalid_prompt</c>.</exception>
    public MlflowFile(PromptPath path, IReadOnlyDictionary<string, string> tags, PromptFile? current)
    {
        if (current is { IsContribution: true })
            throw new QuireException(ErrorKind.Invalid, "invalid_prompt", $"The prompt '{path}' adds to another one, which MLflow's clients cannot write.", "Write it with Quire's own interface.");
        _own = tags.Where(tag => tag.Key is not (MlflowKeys.IsPrompt or MlflowKeys.Text)).ToDictionary(StringComparer.Ordinal);
        _current = current;
        _text = tags.GetValueOrDefault(MlflowKeys.Text)
            ?? throw new QuireException(ErrorKind.Invalid, "invalid_prompt", $"The version has no tag {MlflowKeys.Text}.", "Quire keeps prompts: register one with register_prompt.");
        _messages = Take(MlflowKeys.Type, value => value == "chat" ? Messages(_text) : null);
        if (_own.GetValueOrDefault(MlflowKeys.Type) == "text")
            _own.Remove(MlflowKeys.Type);
        _model = Take(MlflowKeys.ModelConfig, Settings);
        _format = Take(MlflowKeys.ResponseFormat, Settings);
        Path = FileRole.FilePath(path, Format);
    }

    /// <summary>The file's path in the tree.</summary>
    public string Path { get; }

    /// <summary>The tags that are kept beside the file.</summary>
    public IReadOnlyDictionary<string, string> Own => _own;

    /// <summary>The file's bytes.</summary>
    public byte[] Write() => Encoding.UTF8.GetBytes(PromptFileWriter.Write(new PromptParts
    {
        Format = Format,
        Dialect = _current?.Dialect ?? Dialect.Variables,
        Title = _current?.Title,
        Description = _current?.Description,
        Tags = _current?.Tags ?? [],
        Category = _current?.Category,
        Variables = _current?.Variables?.Schema,
        Model = _model,
        ResponseFormat = _format,
        Extensions = Extensions(),
        Body = _text,
        Messages = _messages,
    }));

    /// <summary>A text as the object of settings that it is; null where it is none, or one that says nothing.</summary>
    public static JsonElement? Settings(string text) => Json(text) is { ValueKind: JsonValueKind.Object } known && known.EnumerateObject().Any() ? known : null;

    // A file of plain text stays one while it has nothing to say but its text.
    private PromptFormat Format => _messages is not null ? PromptFormat.Yaml
        : _current is { Format: PromptFormat.Text } && _model is null && _format is null ? PromptFormat.Text : PromptFormat.Markdown;

    private Dictionary<string, JsonElement> Extensions()
    {
        var extensions = (_current?.Extensions ?? new Dictionary<string, JsonElement>()).ToDictionary(StringComparer.Ordinal);
        extensions.Remove(MlflowContent.ResponseFormat);
        if (_format is { } format && _messages is null)
            extensions[MlflowContent.ResponseFormat] = format;
        return extensions;
    }

    private JsonElement? Take(string key, Func<string, JsonElement?> read)
    {
        if (!_own.TryGetValue(key, out var value) || read(value) is not { } known)
            return null;
        _own.Remove(key);
        return known;
    }

    // Messages of a role and a text each; any other list is kept as the text that it is.
    private static JsonElement? Messages(string text) =>
        Json(text) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() is > 0 and <= PromptLimits.MaxChatItems && list.EnumerateArray().All(IsMessage) ? list : null;

    private static bool IsMessage(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.EnumerateObject().Count() == 2
        && item.TryGetProperty("role", out var role) && role.ValueKind == JsonValueKind.String && IsRole(role.GetString()!)
        && item.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String;

    private static bool IsRole(string role) =>
        role is { Length: > 0 and <= PromptLimits.MaxName } && (char.IsLetter(role[0]) || role[0] == '_') && role.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');

    private static JsonElement? Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
