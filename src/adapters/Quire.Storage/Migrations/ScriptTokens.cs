using System.Text;

namespace Quire.Storage.Migrations;

/// <summary>Turns a migration into the words of one database.</summary>
internal static class ScriptTokens
{
    /// <summary>Replaces tokens, and leaves out the lines between <c>--@OTHER</c> and <c>--@end</c>.</summary>
    public static string Expand(string script, string database, IReadOnlyDictionary<string, string> tokens)
    {
        var text = new StringBuilder(script.Length);
        var ours = true;
        foreach (var line in script.Split('\n'))
        {
            if (line.StartsWith("--@", StringComparison.Ordinal))
                ours = line[3..].Trim() is var mark && (mark == "end" || mark == database);
            else if (ours)
                text.Append(line).Append('\n');
        }
        foreach (var (token, words) in tokens)
            text.Replace(token, words);
        return text.ToString();
    }
}
