using Quire.Templating.Execution;
using Quire.Templating.Jinja;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary>Wraps one paragraph as Python's <c>textwrap</c> does: blanks between words are kept inside lines and dropped at their ends.</summary>
internal sealed class TextWrapper(RenderContext context, int width, bool breaksWords, bool breaksHyphens)
{
    public List<string> Wrap(string text)
    {
        if (width <= 0) throw Errors.Value($"invalid width {width} (must be > 0)");
        context.Allocate(text.Length * 4L);
        context.Spend(text.Length >> 2);
        var chunks = new LinkedList<string>(breaksHyphens ? SplitAtHyphens(text) : SplitAtBlanks(text));
        var lines = new List<string>();
        while (chunks.Count > 0)
        {
            context.Step();
            var line = Line(chunks, lines.Count > 0);
            if (line is not null) lines.Add(line);
        }
        return lines;
    }

    private string? Line(LinkedList<string> chunks, bool dropsLeading)
    {
        if (dropsLeading && IsBlank(chunks.First!.Value)) chunks.RemoveFirst();
        var line = new List<string>();
        var length = 0;
        while (chunks.First is { } next)
        {
            var size = CodePoints.Count(next.Value);
            if (length + size > width) break;
            line.Add(next.Value);
            length += size;
            chunks.RemoveFirst();
        }
        if (chunks.First is { } rest && CodePoints.Count(rest.Value) > width) BreakWord(chunks, line, length);
        if (line.Count > 0 && IsBlank(line[^1])) line.RemoveAt(line.Count - 1);
        return line.Count == 0 ? null : string.Concat(line);
    }

    private void BreakWord(LinkedList<string> chunks, List<string> line, int length)
    {
        var word = chunks.First!.Value;
        if (!breaksWords)
        {
            if (line.Count > 0) return;
            line.Add(word);
            chunks.RemoveFirst();
            return;
        }
        var room = width < 1 ? 1 : width - length;
        var end = room;
        if (breaksHyphens && CodePoints.Count(word) > room)
        {
            var hyphen = CodePoints.Prefix(word, room).LastIndexOf('-');
            if (hyphen > 0 && word.AsSpan(0, hyphen).IndexOfAnyExcept('-') >= 0) end = CodePoints.Count(word.AsSpan(0, hyphen)) + 1;
        }
        var head = CodePoints.Prefix(word, end);
        context.Spend(word.Length >> 6);
        line.Add(head);
        chunks.First.Value = word[head.Length..];
        if (chunks.First.Value.Length == 0) chunks.RemoveFirst();
    }

    private static bool IsBlank(string chunk) => chunk.All(PythonCharacters.IsSpace);

    private static bool IsBreak(char c) => c is '\t' or '\n' or '\v' or '\f' or '\r' or ' ';

    private static IEnumerable<string> SplitAtBlanks(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var blank = IsBreak(text[i]);
            while (i < text.Length && IsBreak(text[i]) == blank) i++;
            yield return text[start..i];
        }
    }

    /// <summary>Splits into blanks, words, parts of hyphenated words (with the hyphen) and dashes between words.</summary>
    private static IEnumerable<string> SplitAtHyphens(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (IsBreak(text[i]))
            {
                while (i < text.Length && IsBreak(text[i])) i++;
            }
            else if (DashEnd(text, i) is > 0 and var dashEnd) i = dashEnd;
            else i = WordEnd(text, i);
            yield return text[start..i];
        }
    }

    /// <summary>The end of a dash of two hyphens or more between words; 0 where there is none.</summary>
    private static int DashEnd(string text, int i)
    {
        if (i == 0 || !IsWordOrPunctuation(text[i - 1])) return 0;
        var end = i;
        while (end < text.Length && text[end] == '-') end++;
        return end - i >= 2 && end < text.Length && PythonCharacters.IsWord(text[end]) ? end : 0;
    }

    private static int WordEnd(string text, int start)
    {
        for (var i = start + 1; ; i++)
        {
            if (i >= text.Length || IsBreak(text[i])) return i;
            if (text[i] == '-' && IsHyphenBreak(text, i)) return i + 1;
            if (text[i] == '-' && IsWordOrPunctuation(text[i - 1]) && DashEnd(text, i) > 0) return i;
        }
    }

    private static bool IsHyphenBreak(string text, int i)
    {
        var before = (i >= 2 && IsLetter(text[i - 1]) && IsLetter(text[i - 2])) || (i >= 3 && IsLetter(text[i - 1]) && text[i - 2] == '-' && IsLetter(text[i - 3]));
        if (!before || i + 1 >= text.Length || !IsLetter(text[i + 1]) || i + 2 >= text.Length) return false;
        return IsLetter(text[i + 2]) || (text[i + 2] == '-' && i + 3 < text.Length && IsLetter(text[i + 3]));
    }

    private static bool IsLetter(char c) => PythonCharacters.IsWord(c) && !char.IsDigit(c);

    private static bool IsWordOrPunctuation(char c) => PythonCharacters.IsWord(c) || c is '!' or '"' or '\'' or '&' or '.' or ',' or '?';
}
