using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Quire.Storage.Sessions;

/// <summary>The text of an insert of any number of rows. Made of constants only; values are always parameters.</summary>
/// <param name="table">The table.</param>
/// <param name="columns">Its columns, in the order of the values.</param>
/// <param name="conflict">What follows the values, for example <c>ON CONFLICT DO NOTHING</c>.</param>
internal sealed class Insert(string table, string[] columns, string conflict = "")
{
    private readonly ConcurrentDictionary<int, string> _texts = new();

    /// <summary>The statement for that number of rows, with parameters <c>@p0</c>, <c>@p1</c>, ….</summary>
    public string Sql(int rows) => _texts.GetOrAdd(rows, Build);

    private string Build(int rows)
    {
        var text = new StringBuilder($"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ");
        for (var row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < columns.Length; column++)
                text.Append(column == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"@p{(row * columns.Length) + column}");
            text.Append(')');
        }
        return text.Append(' ').Append(conflict).ToString();
    }
}
