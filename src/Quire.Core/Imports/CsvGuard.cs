namespace Quire.Core.Imports;

/// <summary>
/// Keeps spreadsheets from running cells: one that begins as a formula does gets an apostrophe before it, as OWASP advises, and so does one that
/// begins with apostrophes before such a sign, so that exactly one is taken away again.
/// </summary>
public static class CsvGuard
{
    /// <summary>The cell as a table may hold it.</summary>
    public static string Add(string cell) => IsGuarded(cell, 0) ? "'" + cell : cell;

    /// <summary>The cell as it was.</summary>
    public static string Remove(string cell) => cell.StartsWith('\'') && IsGuarded(cell, 1) ? cell[1..] : cell;

    private static bool IsGuarded(string cell, int from)
    {
        var at = from;
        while (at < cell.Length && cell[at] == '\'')
            at++;
        return at < cell.Length && cell[at] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';
    }
}
