using System.Text.Json;
using Quire.Cli.Rendering;
using Quire.Cli.Terminal;
using Quire.Prompts.Addresses;
using Quire.Templating;

namespace Quire.Cli.Commands.Compose;

/// <summary>Files that are not stored, to compose with.</summary>
/// <param name="sources">Their texts by path in the project.</param>
/// <param name="branch">The branch that they stand over; null for the default one.</param>
internal sealed class PreviewFiles(IReadOnlyDictionary<string, string> sources, string? branch)
{
    /// <summary>Reads the files that a call names; null where it names none.</summary>
    public static PreviewFiles? Read(CliContext cli, IReadOnlyList<string> paths, string? branch)
    {
        if (paths.Count == 0)
            return branch is null ? null : throw CliErrors.WrongCall("--branch says what the files of --with stand over, and there are none.", "Name the branch in the address: support/answer@BRANCH");
        var reader = new SourceReader(cli, null, TemplateOptions.Default);
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in paths.SelectMany(path => NamedFile.In(cli, path)))
        {
            if (!sources.TryAdd(file.TreePath, TextArgument.Decode(file.Path, reader.ReadBytes(file.Path))))
                throw CliErrors.WrongCall($"'{file.TreePath}' stands in two of the places that --with names.", "Name each file once.");
        }
        return sources.Count > 0 ? new PreviewFiles(sources, branch) : throw CliErrors.WrongCall($"There is no prompt file in {string.Join(", ", paths)}.", "Prompt files end in .prompt.md or .prompt.yml.");
    }

    /// <summary>Writes the request.</summary>
    public void Write(Utf8JsonWriter writer, ComposeBody body, Address prompt)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("request");
        body.Write(writer, prompt);
        writer.WriteStartObject("sources");
        foreach (var (path, text) in sources)
            writer.WriteString(path, text);
        writer.WriteEndObject();
        if (branch is not null)
            writer.WriteString("branch", branch);
        writer.WriteEndObject();
    }
}
