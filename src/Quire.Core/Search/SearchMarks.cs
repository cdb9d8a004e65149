using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Quire.Core.Search;

/// <summary>
/// Words of Quire's own in the index. They begin with a character that no word of a text has. What a filter or a border of visibility asks for is such a
/// word, so one look-up in the index answers it together with the words of a search, and the index can go on from match to match.
/// </summary>
internal static class SearchMarks
{
    /// <summary>Stands between two fields, so that no phrase goes across.</summary>
    public const string Border = "¶";

    /// <summary>Stands in what is seen by keys of every tenant.</summary>
    public const string EveryTenant = "¶9";

    private const int HashBytes = 16;

    /// <summary>The word for a value.</summary>
    public static string Of(SearchField field, string value) =>
        $"{Border}{(int)field}x{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, HashBytes))}";

    /// <summary>The word for a row.</summary>
    public static string Of(SearchField field, long id) => string.Create(CultureInfo.InvariantCulture, $"{Border}{(int)field}x{id}");

    /// <summary>The words of the folders that a path stands in; each folder as the beginning of the path, with its slash.</summary>
    public static IEnumerable<string> Folders(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
            yield return Of(SearchField.Folder, path[..(slash + 1)]);
    }

    /// <summary>The word by which keys bound to tenants see a prompt or do not.</summary>
    public static string Visibility(string? layer, string? scope) => layer == "tenant" && scope is not null ? Of(SearchField.Tenant, scope) : EveryTenant;
}
