using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Quire.Storage.Migrations;

/// <summary>The migrations that this version knows, in order.</summary>
internal static class MigrationCatalog
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load(typeof(MigrationCatalog).Assembly);

    private static List<Migration> Load(Assembly assembly) =>
        [.. assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => Load(assembly, name))];

    private static Migration Load(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        // A checkout may have turned line ends; the text is the same.
        var script = reader.ReadToEnd().ReplaceLineEndings("\n");
        var (number, words) = (name[..4], name[5..^4]);
        return new Migration(long.Parse(number, CultureInfo.InvariantCulture), words, script, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script))));
    }
}
