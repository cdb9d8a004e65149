using System.Text;
using System.Text.Json;
using Quire.Core.Errors;

namespace Quire.Core.Imports.Reading;

/// <summary>Prompts in a JSON list, as registries export them: <c>[{"name": …, "prompt": text or messages, …}]</c>.</summary>
/// <param name="collected">Where they go.</param>
/// <param name="versions">Makes versions of rows.</param>
internal sealed class JsonRows(ItemCollector collected, RowVersions versions)
{
    private static readonly string[] Lists = ["prompts", "items", "data", "results", "rows"];

    /// <summary>Reads a document: a list, an object that holds one, or one prompt.</summary>
    /// <exception cref="QuireException"><c>import_refused</c>.</exception>
    public void Read(string name, JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && IsRow(root))
        {
            ReadRow(root, name);
            return;
        }
        var list = root.ValueKind == JsonValueKind.Array ? root : Lists.Select(member => root.Member(member)).FirstOrDefault(found => found is { ValueKind: JsonValueKind.Array })
            ?? throw new QuireException(ErrorKind.Rejected, "import_refused", $"{name}: the file holds no list of prompts.", """Write [{"name": "…", "prompt": "…"}], alone or under "prompts".""");
        var number = 0;
        foreach (var item in list.EnumerateArray())
            ReadRow(item, $"{name}, item {++number}");
    }

    /// <summary>Reads lines with a prompt each.</summary>
    public void ReadLines(string name, ReadOnlyMemory<byte> bytes)
    {
        foreach (var (line, value) in JsonText.Lines(bytes))
        {
            if (value is { } row)
                ReadRow(row, $"{name}, line {line}");
            else
                collected.Fail("", $"{name}, line {line}", "the line is not JSON.", "Write one prompt per line.");
        }
    }

    /// <summary>Reads one prompt.</summary>
    public void ReadRow(JsonElement row, string origin) => collected.Try(Named(row) ?? "", origin, () => versions.Add(Row(row), origin));

    private static bool IsRow(JsonElement root) => Named(root) is not null && (Content(root) ?? root.Member("source", "base64")) is not null;

    private static JsonElement? Content(JsonElement row) => row.Member(RowNames.Texts);

    private static string? Named(JsonElement row) => row.Member(RowNames.Names) is { ValueKind: JsonValueKind.String } name && TryDecode(name) is { Length: > 0 } text ? text : null;

    private static string? TryDecode(JsonElement text)
    {
        try
        {
            return JsonMembers.Decode(text);
        }
        catch (ItemRefusedException)
        {
            return null;
        }
    }

    private static PromptRow Row(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
            throw new ItemRefusedException("it is no object.", """A prompt is {"name": "…", "prompt": "…"}.""");
        var content = Content(row);
        // What stands in a column of a database is a text there also where it is a list.
        if (content is { ValueKind: JsonValueKind.String } written && row.Member("type") is { ValueKind: JsonValueKind.String } type && type.ValueEquals("chat"))
            content = JsonText.TryParse(Encoding.UTF8.GetBytes(JsonMembers.Decode(written))) ?? content;
        var isText = content is { ValueKind: JsonValueKind.String };
        if (content is null && row.Member("source", "base64") is null)
            throw new ItemRefusedException("it has no 'prompt'.", row.Member("versions") is null ? $"Its text is called one of: {string.Join(", ", RowNames.Texts)}." : "This is a list of names only; import from the server itself, or export each version.");
        return new PromptRow
        {
            Name = Called(row) is var (heading, name) ? RowNames.Path(heading, name) : throw new ItemRefusedException("it has no 'name'.", """A prompt is {"name": "…", "prompt": "…"}."""),
            Text = isText ? JsonMembers.Decode(content!.Value) : null,
            Messages = isText ? null : content,
            Source = row.Text("source"),
            Bytes = Bytes(row),
            File = row.Text("file"),
            Version = row.Number("version"),
            Dialect = row.Text("dialect"),
            Description = row.Text("description"),
            Category = row.Text("category"),
            Tags = row.Words("tags"),
            Aliases = Aliases(row),
            Model = row.Member("model") ?? row.Member("config"),
            Message = row.Text("commitMessage"),
        };
    }

    private static (string Heading, string Name)? Called(JsonElement row)
    {
        foreach (var heading in RowNames.Names)
        {
            if (row.Text(heading) is { } name)
                return (heading, name);
        }
        return null;
    }

    // Older versions of Langfuse say isActive for the label production.
    private static List<string> Aliases(JsonElement row)
    {
        var words = (row.Words("labels") ?? []).Concat(row.Words("aliases") ?? []).ToList();
        if (row.Member("labels") is null && row.Member("isActive") is { ValueKind: JsonValueKind.True })
            words.Add("production");
        return words;
    }

    private static ReadOnlyMemory<byte>? Bytes(JsonElement row)
    {
        if (row.Member("base64") is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out var bytes) ? bytes : throw new ItemRefusedException("'base64' is none.", "Export it again.");
    }
}
