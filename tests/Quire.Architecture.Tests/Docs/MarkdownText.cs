using System.Text;

namespace Quire.Architecture.Tests.Docs;

/// <summary>What a check of the documents needs of Markdown: links and the anchors of headings, code left out.</summary>
internal static class MarkdownText
{
    /// <summary>The targets of all inline links and images.</summary>
    public static IEnumerable<string> Links(string text)
    {
        foreach (var line in ProseLines(text).Select(WithoutInlineCode))
            for (var at = line.IndexOf("](", StringComparison.Ordinal); at >= 0; at = line.IndexOf("](", at + 2, StringComparison.Ordinal))
                if (line.IndexOf(')', at) is var end and > 0)
                    yield return line[(at + 2)..end].Split(' ')[0].Trim('<', '>');
    }

    /// <summary>The anchors that headings make: lower case, spaces as hyphens, punctuation gone.</summary>
    public static IEnumerable<string> Anchors(string text) => ProseLines(text)
        .Where(line => line.StartsWith('#'))
        .Select(line => Anchor(line.TrimStart('#').Trim()));

    private static string Anchor(string heading)
    {
        var anchor = new StringBuilder(heading.Length);
        foreach (var letter in heading.ToLowerInvariant())
            if (char.IsLetterOrDigit(letter) || letter is '-' or '_')
                anchor.Append(letter);
            else if (letter == ' ')
                anchor.Append('-');
        return anchor.ToString();
    }

    private static IEnumerable<string> ProseLines(string text)
    {
        var isCode = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (!isFence && !isCode)
                yield return line;
            isCode ^= isFence;
        }
    }

    private static string WithoutInlineCode(string line) =>
        string.Concat(line.Split('`').Where((_, index) => index % 2 == 0));
}
