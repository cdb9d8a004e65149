using System.Data.Common;

namespace Quire.Bench.Search;

/// <summary>Reads what a query for ids answers.</summary>
internal static class Rows
{
    /// <summary>How many ids come; each is read.</summary>
    public static int Read(DbCommand query)
    {
        using var reader = query.ExecuteReader();
        var found = 0;
        while (reader.Read())
            found += reader.GetInt64(0) > 0 ? 1 : 0;
        return found;
    }
}
