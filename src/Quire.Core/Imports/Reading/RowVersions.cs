using System.Text;
using Quire.Core.Langfuse;
using Quire.Prompts.Names;
using Quire.Templating;

namespace Quire.Core.Imports.Reading;

/// <summary>Makes versions of rows.</summary>
/// <param name="options">What holds for rows that do not say.</param>
/// <param name="collected">Where they go.</param>
internal sealed class RowVersions(ReadOptions options, ItemCollector collected)
{
    /// <summary>Adds the version of a row.</summary>
    /// <exception cref="ItemRefusedException">The row cannot become a prompt.</exception>
    public void Add(PromptRow row, string origin)
    {
        var version = new ImportVersion
        {
            Origin = origin,
            Number = row.Version,
            Message = string.IsNullOrWhiteSpace(row.Message) ? null : row.Message,
            Aliases = [.. row.Aliases.Where(alias => alias != AliasName.Latest).Distinct(StringComparer.Ordinal)],
            Content = Content(row),
        };
        collected.Add(row.Name, version, new ImportItem { Name = row.Name, Versions = [], Tags = row.Tags?.Distinct(StringComparer.Ordinal).ToList() });
    }

    private ImportContent Content(PromptRow row)
    {
        if (row.Bytes is { } bytes)
            return new ImportContent.File(row.File ?? row.Name, bytes);
        if (row.Source is not null)
            return new ImportContent.File(row.File ?? row.Name + ".prompt.md", Encoding.UTF8.GetBytes(row.Source));
        return new ImportContent.Parts(new ImportParts
        {
            Content = row.Messages is { } messages ? new LangfuseContent(null, ChatMessages.Read(messages)) : new LangfuseContent(Checked(row.Text ?? ""), null),
            Dialect = DialectOf(row.Dialect) ?? options.Dialect,
            Description = row.Description,
            Category = row.Category,
            Model = row.Model,
        });
    }

    /// <summary>The dialect of that name; null where none is given.</summary>
    /// <exception cref="ItemRefusedException">There is no such dialect.</exception>
    private static Dialect? DialectOf(string? name)
    {
        if (name is null)
            return null;
        return ImportDialects.TryParse(name, out var dialect) ? dialect
            : throw new ItemRefusedException($"'{SafeText.Of(name)}' is no dialect.", $"Dialects are {ImportDialects.Names}.");
    }

    private static string Checked(string text) =>
        text.Contains('\0', StringComparison.Ordinal) ? throw new ItemRefusedException("the prompt contains NUL, so it is no text.", "Take the NUL out.") : text;
}
