namespace Quire.Versioning.Commits;

/// <summary>Reads and writes the trailers of a message: the last paragraph, where it consists of <c>Key: value</c> lines.</summary>
public static class Trailers
{
    /// <summary>The trailer that says that a prompt was moved; its value is <c>OLD => NEW</c>.</summary>
    public const string MoveKey = "Quire-Move";

    private const string Arrow = " => ";

    /// <summary>The trailers of a message, in order; none where the last paragraph has a line that is no trailer, or is the title.</summary>
    public static IReadOnlyList<Trailer> Parse(string message)
    {
        var found = new List<Trailer>();
        foreach (var line in LastParagraph(message))
        {
            if (char.IsWhiteSpace(line[0]) && found.Count > 0)
                found[^1] = found[^1] with { Value = $"{found[^1].Value} {line.Trim()}" };
            else if (TryParseLine(line, out var trailer))
                found.Add(trailer);
            else
                return [];
        }
        return found;
    }

    /// <summary>The message with one trailer more; it joins those that are there, or starts a paragraph of its own.</summary>
    public static string Add(string message, string key, string value)
    {
        var body = message.TrimEnd();
        var separator = Parse(body).Count > 0 ? "\n" : "\n\n";
        return $"{body}{separator}{key}: {value}\n";
    }

    /// <summary>The message with the trailer that says that a path was moved.</summary>
    public static string AddMove(string message, string oldPath, string newPath) => Add(message, MoveKey, oldPath + Arrow + newPath);

    /// <summary>The moves that a message tells of, in order. Values that do not read <c>OLD => NEW</c> are left out.</summary>
    public static IReadOnlyList<(string Old, string New)> Moves(string message)
    {
        var moves = new List<(string, string)>();
        foreach (var trailer in Parse(message))
        {
            var arrow = trailer.Value.IndexOf(Arrow, StringComparison.Ordinal);
            if (trailer.Key.Equals(MoveKey, StringComparison.OrdinalIgnoreCase) && arrow > 0 && arrow + Arrow.Length < trailer.Value.Length)
                moves.Add((trailer.Value[..arrow].Trim(), trailer.Value[(arrow + Arrow.Length)..].Trim()));
        }
        return moves;
    }

    private static string[] LastParagraph(string message)
    {
        var lines = message.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        var start = Array.FindLastIndex(lines, string.IsNullOrWhiteSpace) + 1;
        return start == 0 ? [] : lines[start..];
    }

    private static bool TryParseLine(string line, out Trailer trailer)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        trailer = default;
        if (colon < 1 || !line.AsSpan(0, colon).TrimEnd().ToString().All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return false;
        trailer = new Trailer(line[..colon].TrimEnd(), line[(colon + 1)..].Trim());
        return true;
    }
}
