using System.Text;

namespace Quire.Core.Imports.Reading;

/// <summary>Turns Python's format strings, of which LangChain takes the simple ones, into texts with <c>{{ name }}</c>.</summary>
internal static class FStrings
{
    /// <summary>The text in the dialect <c>variables</c>.</summary>
    /// <exception cref="ItemRefusedException">A field is more than a name, or a brace stands alone.</exception>
    public static string Convert(string template)
    {
        var text = new StringBuilder(template.Length + 16);
        for (var at = 0; at < template.Length; at++)
        {
            var letter = template[at];
            var doubled = at + 1 < template.Length && template[at + 1] == letter;
            if (letter is not ('{' or '}'))
                text.Append(letter);
            else if (doubled)
                text.Append(template[at++]);
            else if (letter == '}')
                throw new ItemRefusedException("a '}' stands alone in the f-string.", "Double the brace.");
            else
                at = Field(template, at, text);
        }
        var result = text.ToString();
        return Literal(template, result);
    }

    // What was a literal pair of braces would be read as a variable.
    private static string Literal(string template, string result) => template.Contains("{{{{", StringComparison.Ordinal)
        ? throw new ItemRefusedException("the f-string has literal double braces, which the dialect variables cannot say.", "Write the prompt in jinja or mustache.")
        : result;

    private static int Field(string template, int at, StringBuilder text)
    {
        var end = template.IndexOf('}', at);
        var name = end < 0 ? "" : template[(at + 1)..end];
        if (name.Length == 0 || !name.All(letter => char.IsLetterOrDigit(letter) || letter == '_') || char.IsDigit(name[0]))
            throw new ItemRefusedException("a field of the f-string is more than a name.", "Only {name} is understood; format outside of the prompt.");
        text.Append("{{ ").Append(name).Append(" }}");
        return end;
    }
}
