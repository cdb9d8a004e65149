using System.Text;
using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Docs;

/// <summary>Reads a page of docs: its fenced blocks and its tables.</summary>
internal static class DocPage
{
    private const string Mark = "```";

    public static string PathOf(string page) => Path.Combine([Repository.Root, "docs", .. page.Split('/')]);

    public static string Read(string page) => File.ReadAllText(PathOf(page)).ReplaceLineEndings("\n");

    public static IReadOnlyList<Fence> Fences(string page)
    {
        var lines = Read(page).Split('\n');
        var fences = new List<Fence>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Mark, StringComparison.Ordinal)) continue;
            var end = Array.IndexOf(lines, Mark, i + 1);
            end.ShouldBeGreaterThan(0, $"docs/{page}:{i + 1}: the fence is not closed");
            var words = lines[i][Mark.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            fences.Add(new Fence(page, i + 1, words, string.Join('\n', lines[(i + 1)..end])));
            i = end;
        }
        return fences;
    }

    /// <summary>The rows of every table of the page whose heads are these, each with its line.</summary>
    public static IReadOnlyList<(int Line, string[] Cells)> Rows(string page, params string[] heads)
    {
        var rows = new List<(int, string[])>();
        var lines = Read(page).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!Cells(lines[i]).SequenceEqual(heads)) continue;
            for (i += 2; i < lines.Length && lines[i].StartsWith('|'); i++) rows.Add((i + 1, Cells(lines[i])));
        }
        return rows;
    }

    /// <summary>What a cell of inline code stands for: newlines are written as ⏎.</summary>
    public static string Code(string cell) => cell.Trim('`').Replace('⏎', '\n');

    public static string Cell(string code) => code.Length == 0 ? "(nothing)" : "`" + code.Replace("|", "\\|").Replace('\n', '⏎') + "`";

    private static string[] Cells(string line)
    {
        if (!line.StartsWith('|')) return [];
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length && line[i + 1] == '|') cell.Append(line[++i]);
            else if (line[i] != '|') cell.Append(line[i]);
            else
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
        }
        return [.. cells];
    }
}
