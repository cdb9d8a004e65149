namespace Quire.Templating.Filters;

/// <summary>Lines as <c>str.splitlines</c> sees them: also split at VT, FF, FS, GS, RS, NEL, LS and PS.</summary>
internal static class Lines
{
    public static IEnumerable<(int Start, int Length, int End)> Split(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsBreak(text[i])) continue;
            var end = i + 1;
            if (text[i] == '\r' && end < text.Length && text[end] == '\n') end++;
            yield return (start, i - start, end);
            i = end - 1;
            start = end;
        }
        if (start < text.Length) yield return (start, text.Length - start, text.Length);
    }

    public static bool IsBreak(char c) => c is >= '\n' and <= '\r' or >= '\u001c' and <= '\u001e' or '\u0085' or '\u2028' or '\u2029';
}
