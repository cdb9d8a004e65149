using System.Text;

namespace Quire.Cli.Terminal;

/// <summary>Rows of text in columns; the last column is never padded.</summary>
/// <param name="headings">The headings, one per column.</param>
internal sealed class Table(params string[] headings)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row with one text per column.</summary>
    public void Add(params string[] cells) => _rows.Add([.. cells.Select(Plain)]);

    /// <summary>The whole table, each row on its line.</summary>
    public override string ToString()
    {
        var widths = Enumerable.Range(0, headings.Length)
            .Select(column => _rows.Append(headings).Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in _rows.Prepend(headings))
        {
            var line = string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column])));
            text.Append(line.TrimEnd()).Append('\n');
        }
        return text.ToString();
    }

    // A cell stays on its line and sends nothing to the terminal but its letters.
    private static string Plain(string cell) => string.Concat(cell.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
