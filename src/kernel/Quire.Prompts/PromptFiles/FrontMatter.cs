namespace Quire.Prompts.PromptFiles;

/// <summary>Where the front matter of a <c>.prompt.md</c> file ends and its template begins.</summary>
/// <param name="YamlStart">The first UTF-16 unit of the YAML text.</param>
/// <param name="YamlEnd">One past the last unit of the YAML text, its newline included.</param>
/// <param name="BodyStart">The first UTF-16 unit of the template.</param>
/// <param name="BodyLine">The line on which the template begins, from 1.</param>
internal readonly record struct FrontMatter(int YamlStart, int YamlEnd, int BodyStart, int BodyLine)
{
    /// <summary>Finds the front matter; all zero (and line 1) where the file has none, null where it does not end.</summary>
    public static FrontMatter? Find(string text)
    {
        var first = LineAt(text, 0);
        if (!IsFence(text.AsSpan(0, first)))
            return new(0, 0, 0, 1);
        var line = 1;
        for (var start = first; start < text.Length;)
        {
            line++;
            var end = LineAt(text, start);
            if (IsFence(text.AsSpan(start, end - start)))
                return new(first, start, end, line + 1);
            start = end;
        }

        return null;
    }

    private static int LineAt(string text, int start) =>
        text.IndexOf('\n', start) is var newline and >= 0 ? newline + 1 : text.Length;

    private static bool IsFence(ReadOnlySpan<char> line) => line.StartsWith("---") && line[3..].Trim(" \t\r\n").IsEmpty;
}
