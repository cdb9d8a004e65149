using System.Security.Cryptography;
using System.Text;

namespace Quire.Architecture.Tests.Migrations;

/// <summary>A migration that has landed is never edited: some database has run it already. A change is the next migration. Migrations are the files with a number in their name.</summary>
internal static class MigrationsRule
{
    /// <param name="approved">Lines of <c>hash name</c>.</param>
    /// <param name="files">Name and text of every migration there is.</param>
    public static IEnumerable<string> Check(string approved, IReadOnlyDictionary<string, string> files)
    {
        var hashes = Parse(approved);
        foreach (var (name, hash) in hashes)
            if (!files.TryGetValue(name, out var text))
                yield return $"the migration {name} has landed and is gone";
            else if (Hash(text) != hash)
                yield return $"the migration {name} has landed and was edited: write the next migration instead";
        foreach (var name in files.Keys.Except(hashes.Keys, StringComparer.Ordinal))
            yield return $"the migration {name} is new: QUIRE_APPROVE=1 adds it to Approved/migrations.txt";
    }

    /// <summary>The list with the new migrations added; what is there already never changes.</summary>
    public static string Accept(string approved, IReadOnlyDictionary<string, string> files)
    {
        var hashes = Parse(approved);
        foreach (var (name, text) in files)
            hashes.TryAdd(name, Hash(text));
        return string.Concat(hashes.Select(entry => $"{entry.Value} {entry.Key}\n"));
    }

    private static SortedDictionary<string, string> Parse(string approved)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var parts in approved.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split(' ', 2)))
            hashes.Add(parts[1], parts[0]);
        return hashes;
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));
}
