using System.Text;

namespace Quire.Prompts.Yaml;

/// <summary>Texts of several lines as literal blocks: what stands in the file is what the prompt says.</summary>
internal static class LiteralText
{
    /// <summary>Whether a literal block gives the text back exactly.</summary>
    public static bool Fits(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) || text[0] == '\n')
            return false;
        foreach (var c in text)
        {
            if ((char.IsControl(c) && c is not ('\n' or '\t')) || c is '\u2028' or '\u2029' or '\uFEFF')
                return false;
        }

        return !HasBlankLineOfSpaces(text);
    }

    private static bool HasBlankLineOfSpaces(string text)
    {
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            if (!line.IsEmpty && !line.ContainsAnyExcept(' ', '\t'))
                return true;
        }

        return false;
    }

    public static void Write(StringBuilder builder, string text, int indent)
    {
        builder.Append('|');
        if (text[0] is ' ' or '\t')
            builder.Append('2');
        if (!text.EndsWith('\n'))
            builder.Append('-');
        else if (text.EndsWith("\n\n", StringComparison.Ordinal))
            builder.Append('+');
        builder.Append('\n');
        var body = text.EndsWith('\n') ? text.AsSpan(0, text.Length - 1) : text;
        foreach (var range in body.Split('\n'))
        {
            if (range.Start.Value != range.End.Value)
                builder.Append(' ', indent).Append(body[range]);
            builder.Append('\n');
        }
    }
}
