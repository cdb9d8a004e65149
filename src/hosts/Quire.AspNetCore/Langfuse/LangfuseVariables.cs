using Quire.Core.Errors;
using Quire.Core.Langfuse;

namespace Quire.AspNetCore.Langfuse;

/// <summary>Refuses chats in which a variable and a placeholder have one name: the client fills both from one set of values.</summary>
internal static class LangfuseVariables
{
    /// <summary>Looks at a content.</summary>
    /// <exception cref="QuireException"><c>langfuse_variables</c>.</exception>
    public static void Check(LangfuseContent content)
    {
        if (content.Messages is not { } messages)
            return;
        var placeholders = messages.Select(message => message.Placeholder).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var both = messages.Select(message => message.Content).OfType<string>().SelectMany(Names).Where(placeholders.Contains).Distinct(StringComparer.Ordinal).ToList();
        if (both.Count > 0)
            throw new QuireException(ErrorKind.Invalid, "langfuse_variables", $"Cannot create prompt, variables and placeholders must be unique, the following are not: {string.Join(", ", both)}");
    }

    // Langfuse takes {{name}} without blanks for a variable: a letter, then letters, digits and underscores.
    private static IEnumerable<string> Names(string text)
    {
        for (var start = text.IndexOf("{{", StringComparison.Ordinal); start >= 0; start = text.IndexOf("{{", start + 1, StringComparison.Ordinal))
        {
            var end = start + 2;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
                end++;
            if (end > start + 2 && char.IsLetter(text[start + 2]) && string.CompareOrdinal(text, end, "}}", 0, 2) == 0)
                yield return text[(start + 2)..end];
        }
    }
}
