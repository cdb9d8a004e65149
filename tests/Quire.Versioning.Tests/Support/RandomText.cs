using System.Text;

namespace Quire.Versioning.Tests.Support;

/// <summary>Texts and changed texts out of a seed.</summary>
public static class RandomText
{
    private static readonly string[] Words = ["alpha", "beta", "gamma", "", "    indented", "}", "# Title", "- item", "\ttab", "Ünïcode", "-- ", "+++ x", "@@ -1 +1 @@"];

    public static byte[] New(Random random)
    {
        var kind = random.Next(30);
        if (kind == 0)
            return [];
        if (kind == 1)
            return [.. Enumerable.Range(0, random.Next(1, 200)).Select(_ => (byte)random.Next(256)), 0];
        var lineEnd = kind < 5 ? "\r\n" : "\n";
        var text = new StringBuilder();
        for (var count = random.Next(1, random.Next(6) == 0 ? 300 : 40); count > 0; count--)
            text.Append(Line(random)).Append(lineEnd);
        if (random.Next(5) == 0)
            text.Length -= lineEnd.Length;
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] Change(Random random, byte[] content)
    {
        if (content.Contains((byte)0))
            return [.. content.Skip(random.Next(5)), (byte)random.Next(256)];
        var lines = Encoding.UTF8.GetString(content).Split('\n').ToList();
        for (var edits = random.Next(0, 6); edits > 0; edits--)
        {
            var at = random.Next(lines.Count + 1);
            var count = Math.Min(random.Next(0, 5), lines.Count - at);
            lines.RemoveRange(at, count);
            for (var added = random.Next(0, 4); added > 0; added--)
                lines.Insert(at, Line(random));
        }
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    private static string Line(Random random) => random.Next(2) == 0 ? Words[random.Next(Words.Length)] : $"line {random.Next(60)}";
}
