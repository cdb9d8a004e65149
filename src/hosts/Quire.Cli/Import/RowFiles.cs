using System.Text;
using System.Text.Json;
using Quire.Cli.Rendering;
using Quire.Prompts;
using Quire.Prompts.Files;
using Quire.Prompts.Names;

namespace Quire.Cli.Import;

/// <summary>Makes prompt files of rows.</summary>
/// <param name="dialect">The dialect of rows that name none.</param>
internal sealed class RowFiles(string dialect)
{
    /// <summary>The files of the rows, in their order.</summary>
    /// <exception cref="Core.Errors.QuireException"><c>row_refused</c>.</exception>
    public IReadOnlyList<ImportFile> Of(IReadOnlyList<PromptRow> rows)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new List<ImportFile>(rows.Count);
        foreach (var row in rows)
        {
            var path = ParsePath(row);
            if (!seen.TryAdd(path.FoldedKey, row.Origin))
                throw RowErrors.Refuse(row.Origin, $"'{row.Path}' is also the prompt of {seen[path.FoldedKey]}.", "Keep one row per prompt, for example the newest version.");
            files.Add(FileOf(row, path));
        }
        return files;
    }

    private static PromptPath ParsePath(PromptRow row) =>
        PromptPath.TryParse(row.Path, out var path, out var problem) ? path : throw RowErrors.Refuse(row.Origin, problem.Message, problem.Hint);

    private ImportFile FileOf(PromptRow row, PromptPath path)
    {
        if (row.Dialect is not null && !Dialects.TryParse(row.Dialect, out _))
            throw RowErrors.Refuse(row.Origin, $"'{row.Dialect}' is no dialect.", $"Dialects are {Dialects.Names}.");
        var text = row.Messages is null ? Markdown(row) : Yaml(row);
        if (text.Contains('\0', StringComparison.Ordinal))
            throw RowErrors.Refuse(row.Origin, "the prompt contains NUL, so it is no text.");
        var bytes = Encoding.UTF8.GetBytes(text);
        var file = FileRole.FilePath(path, row.Messages is null ? PromptFormat.Markdown : PromptFormat.Yaml);
        return new ImportFile(file, $"{row.Origin} ({file})", bytes.Length, () => bytes) { Aliases = row.Aliases };
    }

    private string Markdown(PromptRow row) => $"---\n{Head(row)}---\n{row.Text}";

    private string Yaml(PromptRow row)
    {
        var text = new StringBuilder(Head(row)).Append("messages:\n");
        foreach (var message in row.Messages!)
            text.Append(Message(row, message));
        return row.Messages.Count == 0 ? throw RowErrors.Refuse(row.Origin, "the chat prompt has no messages.") : text.ToString();
    }

    private static string Message(PromptRow row, JsonElement message)
    {
        var placeholder = Text(message, "placeholder") ?? (Text(message, "type") == "placeholder" ? Text(message, "name") : null);
        if (placeholder is not null)
            return $"  - placeholder: {YamlText.Quote(placeholder)}\n";
        if (Text(message, "role") is not { } role || Text(message, "content") is not { } content)
            throw RowErrors.Refuse(row.Origin, "a message has no role or no content that is a text.", """Messages are {"role": "user", "content": "…"} or {"type": "placeholder", "name": "…"}.""");
        return $"  - role: {YamlText.Quote(role)}\n    content: {YamlText.Value(content, 4)}\n";
    }

    private string Head(PromptRow row)
    {
        var head = new StringBuilder().Append("dialect: ").Append(row.Dialect ?? dialect).Append('\n');
        if (row.Description is not null)
            head.Append("description: ").Append(YamlText.Quote(row.Description)).Append('\n');
        if (row.Category is not null)
            head.Append("category: ").Append(YamlText.Quote(row.Category)).Append('\n');
        if (row.Tags.Count > 0)
            head.Append("tags: ").Append(YamlText.Flow(row.Tags)).Append('\n');
        if (row.Model is { } model)
            head.Append("model: ").Append(YamlText.Flow(model)).Append('\n');
        return head.ToString();
    }

    private static string? Text(JsonElement message, string name) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
