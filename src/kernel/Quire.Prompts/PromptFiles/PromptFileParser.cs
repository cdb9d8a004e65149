using System.Text;
using Quire.Prompts.Files;
using Quire.Prompts.Names;
using Quire.Prompts.Yaml;
using Quire.Templating;
using Quire.Templating.Diagnostics;
using YamlDotNet.Core;

namespace Quire.Prompts.PromptFiles;

/// <summary>Reads prompt files. Pure: the same path and bytes always give the same result.</summary>
public static class PromptFileParser
{
    /// <summary>Reads the file at <paramref name="treePath"/>. Never throws for bad input: what is wrong stands in the diagnostics.</summary>
    /// <param name="treePath">The file's path in its tree.</param>
    /// <param name="bytes">The file's content.</param>
    public static PromptFileResult Parse(string treePath, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(treePath);
        if (bytes.Length > PromptLimits.MaxFileBytes)
            return Refuse(treePath, PromptFileCodes.TooLarge, $"The file has {bytes.Length} bytes; a prompt has at most {PromptLimits.MaxFileBytes}.", "split it");
        return FileRole.Classify(treePath, bytes) switch
        {
            FileRole.Prompt(var name, var format) => Parse(new ParseContext(treePath, name, Decode(bytes)), format),
            FileRole.TextPrompt(var name) => ParseText(new ParseContext(treePath, name, Encoding.UTF8.GetString(bytes))),
            FileRole.Refused(var error) => Refuse(treePath, error.Code, error.Message, error.Hint),
            FileRole.Asset(var reason) => Refuse(treePath, PromptFileCodes.NotAPrompt, $"`{SafeText.Of(treePath)}` is no prompt: {reason}.", "rename it, or keep it as an asset"),
            _ => Refuse(treePath, PromptFileCodes.NotAPrompt, $"`{SafeText.Of(treePath)}` belongs to the prompt set.", "edit the set instead"),
        };
    }

    private static PromptFileResult Parse(ParseContext context, PromptFormat format)
    {
        try
        {
            var file = format == PromptFormat.Markdown ? MarkdownPromptReader.Read(context) : YamlPromptReader.Read(context);
            return new(context.HasErrors ? null : file, context.Diagnostics);
        }
        catch (YamlLimitException error)
        {
            context.Error(error);
        }
        catch (YamlException error)
        {
            context.Error(error);
        }

        return new(null, context.Diagnostics);
    }

    // A byte order mark at the head of a parsed file is an editor's, not the prompt's. In text prompts it is content.
    private static string Decode(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);

    private static PromptFileResult ParseText(ParseContext context)
    {
        var body = context.ReadTemplate(context.Text, new() { Dialect = Dialect.Text, KeepTrailingNewline = true }, 0);
        var file = body is null ? null : new PromptFile
        {
            FilePath = context.FilePath,
            Name = context.Name,
            Format = PromptFormat.Text,
            Type = PromptType.Text,
            Dialect = Dialect.Text,
            Body = body,
        };
        return new(context.HasErrors ? null : file, context.Diagnostics);
    }

    private static PromptFileResult Refuse(string treePath, string code, string message, string? hint) =>
        new(null, [new Diagnostic { Code = code, Severity = Severity.Error, Message = message, Hint = hint, File = treePath }]);
}
