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
    private readonly PromptFile? _current;
    private readonly MlflowTags _said;

    /// <summary>Sorts the tags.</summary>
    /// <param name="path">The prompt's path.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="current">The file that stands there now; null for none, or for one that does not parse.</param>
    /// <exception cref="QuireException"><c>invalid_prompt</c>.</exception>
    public MlflowFile(PromptPath path, IReadOnlyDictionary<string, string> tags, PromptFile? current)
    {
        if (current is { IsContribution: true })
            throw new QuireException(ErrorKind.Invalid, "invalid_prompt", $"The prompt '{path}' adds to another one, which MLflow's clients cannot write.", "Write it with Quire's own interface.");
        _current = current;
        _said = MlflowTags.Read(tags)
            ?? throw new QuireException(ErrorKind.Invalid, "invalid_prompt", $"The version has no tag {MlflowKeys.Text}.", "Quire keeps prompts: register one with register_prompt.");
        Path = FileRole.FilePath(path, Format);
    }

    /// <summary>The file's path in the tree.</summary>
    public string Path { get; }

    /// <summary>The tags that are kept beside the file.</summary>
    public IReadOnlyDictionary<string, string> Own => _said.Own;

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
        Model = _said.Model,
        ResponseFormat = _said.ResponseFormat,
        Extensions = Extensions(),
        Body = _said.Text,
        Messages = _said.Messages,
    }));

    // A file of plain text stays one while it has nothing to say but its text.
    private PromptFormat Format => _said.Messages is not null ? PromptFormat.Yaml
        : _current is { Format: PromptFormat.Text } && _said.Model is null && _said.ResponseFormat is null ? PromptFormat.Text : PromptFormat.Markdown;

    private Dictionary<string, JsonElement> Extensions()
    {
        var extensions = (_current?.Extensions ?? new Dictionary<string, JsonElement>()).ToDictionary(StringComparer.Ordinal);
        extensions.Remove(MlflowContent.ResponseFormat);
        if (_said.ResponseFormat is { } format && _said.Messages is null)
            extensions[MlflowContent.ResponseFormat] = format;
        return extensions;
    }
}
