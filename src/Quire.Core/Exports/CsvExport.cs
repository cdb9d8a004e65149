using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Quire.Core.Imports;
using Quire.Core.Imports.Planning;
using Quire.Core.Langfuse;
using Quire.Prompts.Names;
using Quire.Prompts.PromptFiles;

namespace Quire.Core.Exports;

/// <summary>
/// Writes tables. A row has what people read in columns of its own; where they do not make the file again, byte for byte, the row has the whole file
/// beside them.
/// </summary>
internal static class CsvExport
{
    private static readonly string[] Headings = ["name", "version", "type", "text", "dialect", "description", "category", "tags", "labels", "model", "file", "source"];
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\t\"\r\n");
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The table of versions.</summary>
    public static byte[] Write(IEnumerable<ExportedVersion> versions)
    {
        var table = new StringBuilder().AppendJoin(',', Headings).Append('\n');
        foreach (var version in versions)
            table.AppendJoin(',', Cells(version).Select(Quote)).Append('\n');
        return Encoding.UTF8.GetBytes(table.ToString());
    }

    private static IEnumerable<string> Cells(ExportedVersion version)
    {
        var file = version.Content.File;
        var content = file is null ? null : LangfuseContent.Of(file);
        var whole = file is null || content is null || !IsMadeOf(version, file, content);
        var text = content?.Messages is { } messages ? JsonSerializer.Serialize(LangfuseFile.Json(messages), Relaxed) : content?.Text ?? "";
        return
        [
            version.Path,
            $"{version.Number}",
            content?.Messages is null ? "text" : "chat",
            whole ? "" : text,
            version.Content.Facts.Dialect,
            file?.Description ?? "",
            file?.Category ?? "",
            version.Tags.Any(IsMany) ? "" : string.Join(", ", version.Tags),
            string.Join(", ", version.Aliases),
            file?.Model is { } model ? model.ValueKind == JsonValueKind.String ? model.GetString()! : JsonSerializer.Serialize(model, Relaxed) : "",
            whole ? version.FilePath : "",
            whole ? Encoding.UTF8.GetString(version.Bytes.Span) : "",
        ];
    }

    private static bool IsMadeOf(ExportedVersion version, PromptFile file, LangfuseContent content)
    {
        if (file.Model is not null and not { ValueKind: JsonValueKind.String or JsonValueKind.Object } || version.Tags.Any(IsMany) || IsBlank(file.Description) || IsBlank(file.Category))
            return false;
        var said = new ImportParts { Content = content, Dialect = file.Dialect, Description = file.Description, Category = file.Category, Model = file.Model };
        var (path, bytes) = PartsFile.Write(PromptPath.Parse(version.Path), said, null, version.Tags);
        return path == version.FilePath && version.Bytes.Span.SequenceEqual(bytes);
    }

    // A tag that a list in a cell would take apart.
    private static bool IsMany(string tag) => tag.AsSpan().IndexOfAny(",;|") >= 0 || tag.Trim() != tag;

    private static bool IsBlank(string? text) => text is not null && string.IsNullOrWhiteSpace(text);

    private static string Quote(string cell)
    {
        var guarded = CsvGuard.Add(cell);
        return !guarded.AsSpan().ContainsAny(Special) ? guarded : $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
