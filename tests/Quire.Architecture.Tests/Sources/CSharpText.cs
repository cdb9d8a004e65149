using System.Text;

namespace Quire.Architecture.Tests.Sources;

/// <summary>C# without its comments, literals and attributes, so that a scan for keywords finds only code.</summary>
internal static class CSharpText
{
    /// <summary>The text with every comment, string and character literal replaced by a space.</summary>
    public static string WithoutLiterals(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfSkipped(text, at);
            result.Append(end == at ? text[at] : ' ');
            at = end == at ? at + 1 : end;
        }

        return result.ToString();
    }

    private static int EndOfSkipped(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("//"))
            return EndOfLine(text, at);
        if (rest.StartsWith("/*"))
            return After(text, "*/", at + 2);
        if (rest[0] == '#' && text.AsSpan(0, at).TrimEnd(" \t") is var before && (before.IsEmpty || before[^1] == '\n'))
            return EndOfLine(text, at);
        if (rest[0] == '\'')
            return EndOfCharacter(text, at);
        var marks = at;
        while (marks < text.Length && text[marks] is '$' or '@')
            marks++;
        return marks < text.Length && text[marks] == '"' ? EndOfString(text, at, marks) : at;
    }

    private static int EndOfString(string text, int start, int quote)
    {
        var quotes = 1;
        while (quote + quotes < text.Length && text[quote + quotes] == '"')
            quotes++;
        if (quotes >= 3)
            return After(text, new string('"', quotes), quote + quotes);
        var isVerbatim = text.AsSpan(start, quote - start).Contains('@');
        var isInterpolated = text.AsSpan(start, quote - start).Contains('$');
        return EndOfQuoted(text, quote + 1, isVerbatim, isInterpolated);
    }

    private static int EndOfQuoted(string text, int at, bool isVerbatim, bool isInterpolated)
    {
        while (at < text.Length)
        {
            var pair = text.AsSpan(at, Math.Min(2, text.Length - at));
            if ((!isVerbatim && text[at] == '\\') || (isVerbatim && pair is "\"\"") || (isInterpolated && pair is "{{" or "}}"))
                at += 2;
            else if (text[at] == '"')
                return at + 1;
            else
                at = isInterpolated && text[at] == '{' ? EndOfHole(text, at + 1) : at + 1;
        }

        return text.Length;
    }

    // The code inside an interpolated string may hold strings of its own.
    private static int EndOfHole(string text, int at)
    {
        for (var depth = 1; at < text.Length;)
        {
            var end = EndOfSkipped(text, at);
            if (end == at)
            {
                depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
                end = at + 1;
            }

            at = end;
            if (depth == 0)
                return at;
        }

        return text.Length;
    }

    private static int EndOfCharacter(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && text[end] != '\'')
            end += text[end] == '\\' ? 2 : 1;
        return Math.Min(end + 1, text.Length);
    }

    private static int EndOfLine(string text, int at) => text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;

    private static int After(string text, string mark, int from) =>
        from <= text.Length && text.IndexOf(mark, from, StringComparison.Ordinal) is var end and >= 0 ? end + mark.Length : text.Length;
}
