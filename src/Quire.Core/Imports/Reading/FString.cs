using System.Text;
using Quire.Templating;

namespace Quire.Core.Imports.Reading;

/// <summary>Python's format strings, of which LangChain takes the simple ones: what stands between the fields, and the names of these.</summary>
/// <param name="Parts">The parts in order.</param>
internal sealed record FString(IReadOnlyList<TextPart> Parts)
{
    /// <summary>The text that never was a template.</summary>
    public static FString Verbatim(string text) => new([new TextPart(text, false)]);

    /// <summary>Takes a format string apart.</summary>
    /// <exception cref="ItemRefusedException">A field is more than a name, or a brace stands alone.</exception>
    public static FString Parse(string template)
    {
        var parts = new List<TextPart>();
        var words = new StringBuilder();
        for (var at = 0; at < template.Length; at++)
        {
            var letter = template[at];
            if (letter is not ('{' or '}'))
            {
                words.Append(letter);
            }
            else if (at + 1 < template.Length && template[at + 1] == letter)
            {
                words.Append(letter);
                at++;
            }
            else if (letter == '}')
            {
                throw new ItemRefusedException("a '}' stands alone in the f-string.", "Double the brace.");
            }
            else
            {
                Close(parts, words);
                parts.Add(new TextPart(Field(template, at), true));
                at += parts[^1].Text.Length + 1;
            }
        }
        Close(parts, words);
        return new FString(parts);
    }

    /// <summary>The text in the dialect <c>variables</c>; null where words of it would be read as a variable there.</summary>
    public string? ToVariables()
    {
        var text = string.Concat(Parts.Select(part => part.IsField ? $"{{{{ {part.Text} }}}}" : part.Text));
        var template = Template.Parse(text, new TemplateOptions { Dialect = Dialect.Variables }).Template;
        return template?.Parameters.Sum(parameter => parameter.Uses.Count) == Parts.Count(part => part.IsField) ? text : null;
    }

    /// <summary>The text in the dialect <c>jinja</c>, in which every text can be said.</summary>
    public string ToJinja()
    {
        var text = new StringBuilder();
        foreach (var (part, next) in Parts.Zip(Parts.Skip(1).Append(default)))
        {
            if (part.IsField)
                text.Append("{{ ").Append(part.Text).Append(" }}");
            else
                Escape(part.Text, next.IsField, text);
        }
        return text.ToString();
    }

    /// <summary>The text with values in the place of names.</summary>
    /// <exception cref="ItemRefusedException">A name has no value.</exception>
    public string Format(Func<string, string?> value) => string.Concat(Parts.Select(part =>
        !part.IsField ? part.Text : value(part.Text) ?? throw new ItemRefusedException($"an example has no '{part.Text}'.", "Give every example each of the names.")));

    private static void Escape(string words, bool beforeField, StringBuilder text)
    {
        // Jinja drops the line break at the very end, so that one is written as a value.
        var dropped = !beforeField && words.EndsWith('\n') ? words.Length - 1 : -1;
        for (var at = 0; at < words.Length; at++)
        {
            var opens = words[at] == '{' && (at + 1 == words.Length ? beforeField : at + 1 == dropped || words[at + 1] is '{' or '%' or '#');
            if (opens)
                text.Append("{{ '{' }}");
            else if (at == dropped)
                text.Append("{{ '\\n' }}");
            else
                text.Append(words[at]);
        }
    }

    private static void Close(List<TextPart> parts, StringBuilder words)
    {
        if (words.Length > 0)
            parts.Add(new TextPart(words.ToString(), false));
        words.Clear();
    }

    private static string Field(string template, int at)
    {
        var end = template.IndexOf('}', at);
        var name = end < 0 ? "" : template[(at + 1)..end];
        return name.Length > 0 && name.All(letter => char.IsLetterOrDigit(letter) || letter == '_') && !char.IsDigit(name[0])
            ? name
            : throw new ItemRefusedException("a field of the f-string is more than a name.", "Only {name} is understood; format outside of the prompt.");
    }
}
