using System.Text.Json;
using Quire.Prompts.Names;

namespace Quire.Core.Imports.Reading;

/// <summary>Prompts in a table: a line of headings, then a prompt per row.</summary>
/// <param name="name">The file's name, for messages.</param>
/// <param name="collected">Where they go.</param>
/// <param name="versions">Makes versions of rows.</param>
internal sealed class CsvRows(string name, ItemCollector collected, RowVersions versions)
{
    private const int ShownHeadings = 200;

    /// <summary>Reads the rows.</summary>
    public void Read(string text)
    {
        var table = new CsvTable(text);
        var headings = table.Next(out _)?.Select(heading => heading.Trim().ToLowerInvariant().Replace(' ', '_')).ToList() ?? [];
        if ((Missing(headings, RowNames.Names) ?? Missing(headings, [.. RowNames.Texts, "source"])) is { } missing)
        {
            var found = string.Join(", ", headings);
            collected.Fail("", $"{name}, line {Math.Max(1, table.Line)}", $"no column is called '{missing}'.", $"The first line names the columns, for example: path,text,description. Here it names: {SafeText.Of(found.Length > ShownHeadings ? found[..ShownHeadings] : found)}");
            return;
        }
        var called = RowNames.Names.First(headings.Contains);
        while (table.Next(out var problem) is { } fields)
        {
            var origin = $"{name}, line {table.Line}";
            string? Cell(string heading) => headings.IndexOf(heading) is >= 0 and var column && column < fields.Count ? fields[column] : null;
            collected.Try(Cell(called) ?? "", origin, () => Add(called, Cell, headings.Count, fields.Count, problem, origin));
        }
    }

    private static string? Missing(List<string> headings, string[] wanted) => wanted.Any(headings.Contains) ? null : string.Join("' or '", wanted);

    private void Add(string called, Func<string, string?> cell, int wanted, int found, string? problem, string origin)
    {
        if (problem is not null)
            throw new ItemRefusedException($"the row cannot be read: {problem}.", "Quote a field that contains quotation marks, commas or line breaks, and double the marks inside.");
        if (wanted != found)
            throw new ItemRefusedException($"the row has {found} fields, and the first line names {wanted}.", "Quote a field that contains the separator or line breaks.");
        if (Filled(cell(called)) is not { } path)
            throw new ItemRefusedException("the prompt has no name.", $"Fill the column '{called}'.");
        var held = RowNames.Texts.FirstOrDefault(heading => cell(heading) is not null);
        var text = held is null ? "" : cell(held)!;
        var chat = held == "messages" || string.Equals(cell("type"), "chat", StringComparison.OrdinalIgnoreCase);
        // A row that names its file holds the whole of it, also an empty one.
        var file = Filled(cell("file"));
        var source = file is null ? Filled(cell("source")) : cell("source") ?? "";
        versions.Add(new PromptRow
        {
            Name = RowNames.Path(called, CsvGuard.Remove(path)),
            Text = chat ? null : CsvGuard.Remove(text),
            Messages = chat && source is null ? Messages(text) : null,
            Source = source is null ? null : CsvGuard.Remove(source),
            File = file is null ? null : CsvGuard.Remove(file),
            Version = Filled(cell("version")) is { } number ? JsonMembers.Number("version", number) : null,
            Dialect = Filled(cell("dialect")),
            Description = Filled(cell("description")) is { } description ? CsvGuard.Remove(description) : null,
            Category = Filled(cell("category")) is { } category ? CsvGuard.Remove(category) : null,
            Tags = Filled(cell("tags")) is { } tags ? PromptRow.Words(CsvGuard.Remove(tags)) : null,
            Aliases = PromptRow.Words(cell("labels") ?? cell("aliases") ?? ""),
            Model = Filled(cell("model")) is { } model ? Model(CsvGuard.Remove(model)) : null,
        }, origin);
    }

    private static JsonElement Messages(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            throw new ItemRefusedException("the messages are not JSON.", """A chat prompt holds [{"role": "system", "content": "…"}].""");
        }
    }

    // A name of a model, or settings as JSON.
    private static JsonElement Model(string text)
    {
        try
        {
            if (text.StartsWith('{'))
                return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            // Then it is a name with a brace.
        }
        return JsonSerializer.SerializeToElement(text);
    }

    private static string? Filled(string? cell) => string.IsNullOrWhiteSpace(cell) ? null : cell;
}
