namespace Quire.Core.Merging;

/// <summary>The front matter of a file cut into the blocks of its keys, byte for byte.</summary>
/// <param name="Opening">The opening fence.</param>
/// <param name="Blocks">Key and lines in order; a comment belongs to the key after it.</param>
/// <param name="Rest">Comments after the last key, the closing fence, and the body.</param>
internal sealed record HeadBlocks(string Opening, IReadOnlyList<(string Key, string Text)> Blocks, string Rest)
{
    private const string Fence = "---";

    /// <summary>Cuts a file; null where it has no front matter of plain keys at the margin, or a key twice.</summary>
    public static HeadBlocks? Cut(string text)
    {
        var lines = Lines(text).ToList();
        if (lines.Count == 0 || lines[0].TrimEnd() != Fence)
            return null;
        var close = lines.FindIndex(1, line => line.TrimEnd() == Fence);
        if (close < 0)
            return null;
        var blocks = new List<(string Key, string Text)>();
        var waiting = "";
        foreach (var line in lines.Take(close).Skip(1))
        {
            if (KeyOf(line) is { } key)
            {
                blocks.Add((key, waiting + line));
                waiting = "";
            }
            else if (IsBlankOrComment(line))
                waiting += line;
            else if (blocks.Count > 0 && line[0] is ' ' or '\t' or '-')
            {
                blocks[^1] = (blocks[^1].Key, blocks[^1].Text + waiting + line);
                waiting = "";
            }
            else
                return null;
        }
        return blocks.DistinctBy(block => block.Key).Count() < blocks.Count ? null : new HeadBlocks(lines[0], blocks, waiting + string.Concat(lines.Skip(close)));
    }

    /// <summary>The lines of a key; null where it is not there.</summary>
    public string? Find(string key) => Blocks.FirstOrDefault(block => block.Key == key).Text;

    private static bool IsBlankOrComment(string line) => string.IsNullOrWhiteSpace(line) || line[0] == '#';

    private static string? KeyOf(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(line[0]) && line.AsSpan(0, colon).IndexOfAnyExcept(KeyLetters) < 0 ? line[..colon] : null;
    }

    private static readonly System.Buffers.SearchValues<char> KeyLetters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    private static IEnumerable<string> Lines(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            yield return text[at..end];
            at = end;
        }
    }
}
