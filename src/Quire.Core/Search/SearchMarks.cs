using System.Security.Cryptography;
using System.Text;

namespace Quire.Core.Search;

/// <summary>
/// Words of Quire's own in the index. They begin with a character that no word of a text has. A filter on an exact value is such a word, made of
/// the value's hash, so it is looked for like any other.
/// </summary>
internal static class SearchMarks
{
    /// <summary>Stands between two fields, so that no phrase goes across; every document has it.</summary>
    public const string Border = "¶";

    private const int HashBytes = 16;

    /// <summary>The word for a value.</summary>
    public static string Of(SearchField field, string value) =>
        $"{Border}{(int)field}x{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, HashBytes))}";
}
