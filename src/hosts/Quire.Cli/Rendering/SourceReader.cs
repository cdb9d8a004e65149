using System.Text.Json;
using Quire.Cli.Terminal;
using Quire.Composition.Validation;
using Quire.Prompts.PromptFiles;
using Quire.Templating;
using Quire.Templating.Diagnostics;

namespace Quire.Cli.Rendering;

/// <summary>Reads a file from disk or standard input: a prompt file by its ending, anything else as a bare template.</summary>
/// <param name="cli">Where files are.</param>
/// <param name="dialect">The dialect that the call names; null decides by the file.</param>
/// <param name="options">How bare templates are read.</param>
internal sealed class SourceReader(CliContext cli, string? dialect, TemplateOptions options)
{
    /// <summary>The name of standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The longest file that is read, in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Reads and parses.</summary>
    public SourceResult Read(string path)
    {
        var bytes = ReadBytes(path);
        return dialect is null && IsPromptFile(path) ? ReadPrompt(path, bytes) : ReadTemplate(path, bytes);
    }

    private static bool IsPromptFile(string path) =>
        path.EndsWith(".prompt.md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".prompt.yml", StringComparison.OrdinalIgnoreCase);

    /// <summary>The bytes of a file or of standard input.</summary>
    public byte[] ReadBytes(string path) => path == StandardInput ? ReadInput() : ReadFile(path);

    /// <summary>Everything that the pipeline of checks says of a file, without what is stored beside it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="variables">Variables to hold against its schema; null for none.</param>
    public IReadOnlyList<Diagnostic> Check(string path, IReadOnlyDictionary<string, JsonElement>? variables = null)
    {
        var bytes = ReadBytes(path);
        if (dialect is null && IsPromptFile(path))
        {
            var report = PromptValidator.Validate(new ValidationInput { TreePath = Path.GetFileName(path), Bytes = bytes, Variables = variables is null ? null : JsonText.ToValue(variables) });
            return [.. report.Diagnostics.Select(finding => finding with { File = path })];
        }
        var read = ReadTemplate(path, bytes);
        return read.Template is null ? read.Findings : [.. read.Findings, .. PromptValidator.CheckPlainText(read.Template.Source, read.Template.Name ?? path)];
    }

    // The folder on disk is no part of the prompt's name, so only the file's own name is checked.
    private static SourceResult ReadPrompt(string path, byte[] bytes)
    {
        var parsed = PromptFileParser.Parse(Path.GetFileName(path), bytes);
        return new SourceResult(null, parsed.File, [.. parsed.Diagnostics.Select(finding => finding with { File = path })]);
    }

    private SourceResult ReadTemplate(string path, byte[] bytes)
    {
        var name = path == StandardInput ? "stdin" : path;
        var parsed = Template.Parse(TextArgument.Decode(name, bytes), options with { Dialect = Dialects.Of(dialect, path), Name = name });
        return new SourceResult(parsed.Template, null, [.. parsed.Diagnostics.Select(finding => finding with { File = name })]);
    }

    private byte[] ReadFile(string path) => CliErrors.Reading(path, () =>
    {
        using var file = File.OpenRead(cli.PathOf(path));
        return ReadAll(file, path);
    });

    private byte[] ReadInput() => ReadAll(cli.Input, "standard input");

    private static byte[] ReadAll(Stream stream, string name)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > MaxBytes)
                throw CliErrors.Unreadable(name, $"it has more than {MaxBytes:N0} bytes");
        }
        return buffer.ToArray();
    }
}
