using System.Text.Json;
using CsvHelper;
using Quire.Cli.Terminal;

namespace Quire.Cli.Import;

/// <summary>Prompts in a table: a line of headings, then a prompt per row.</summary>
internal static class CsvSource
{
    private static readonly CsvReaderOptions Options = new()
    {
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        TrackLineNumbers = true,
    };

    /// <summary>Reads the rows.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="text">The whole file.</param>
    public static IReadOnlyList<PromptRow> Read(string name, string text)
    {
        using var reader = CsvReader.FromText(text, Options);
        try
        {
            return Read(name, reader);
        }
        catch (CsvFormatException error)
        {
            throw RowErrors.Refuse($"{name}, line {error.LineNumber}", $"the row cannot be read: {error.Message}",
                "Quote a field that contains quotation marks, commas or line breaks, and double the marks inside.");
        }
    }

    private static List<PromptRow> Read(string name, CsvReader reader)
    {
        var rows = new List<PromptRow>();
        reader.ReadHeader();
        var headings = reader.Headers.Select(Normal).ToList();
        var path = Column(name, headings, RowText.Path);
        var content = Column(name, headings, RowText.Text);
        while (reader.Read())
            rows.Add(Row($"{name}, line {reader.LineNumber}", heading => headings.IndexOf(heading) is >= 0 and var column ? reader.GetString(column) : null, path, content));
        return rows;
    }

    private static string Column(string name, List<string> headings, string[] wanted) =>
        wanted.FirstOrDefault(headings.Contains)
        ?? throw RowErrors.Refuse($"{name}, line 1", $"no column is called '{string.Join("' or '", wanted)}'.", "The first line names the columns, for example: path,text,description");

    private static PromptRow Row(string origin, Func<string, string?> field, string path, string content)
    {
        var text = field(content) ?? "";
        var chat = field("type") == "chat";
        return new PromptRow
        {
            Origin = origin,
            Path = field(path) is { Length: > 0 } name ? name : throw RowErrors.Refuse(origin, $"'{path}' is empty."),
            Text = chat ? null : text,
            Messages = chat ? Messages(origin, text) : null,
            Dialect = Filled(field("dialect")),
            Description = Filled(field("description")),
            Category = Filled(field("category")),
            Tags = RowText.Words(field("tags")),
            Aliases = [.. RowText.Words(field("labels") ?? field("aliases")).Where(alias => alias != "latest")],
            Model = Filled(field("model")) is { } model ? JsonText.Of(model) : null,
        };
    }

    private static IReadOnlyList<JsonElement> Messages(string origin, string text)
    {
        try
        {
            return JsonSource.Messages(origin, JsonDocument.Parse(text).RootElement);
        }
        catch (JsonException error)
        {
            throw RowErrors.Refuse(origin, $"the messages are not JSON: {JsonText.Reason(error)}.", """A chat prompt holds [{"role": "system", "content": "…"}].""");
        }
    }

    private static string? Filled(string? cell) => string.IsNullOrWhiteSpace(cell) ? null : cell;

    private static string Normal(string heading) => heading.Trim().TrimStart('\uFEFF').ToLowerInvariant();
}
