using Quire.Core.Errors;

namespace Quire.AspNetCore.Annotations;

/// <summary>Reads which annotations are given back to the file.</summary>
internal static class ClearList
{
    /// <summary>The words, each once.</summary>
    /// <exception cref="QuireException"><c>invalid_annotation</c>: a word that is none of those known.</exception>
    public static IReadOnlyList<string> Read(IReadOnlyList<string>? words, params string[] known)
    {
        var wrong = (words ?? []).FirstOrDefault(word => !known.Contains(word));
        return wrong is null ? [.. (words ?? []).Distinct(StringComparer.Ordinal)] : throw Refuse("A word of clear is not known here.", $"Known here: {string.Join(", ", known)}.");
    }

    /// <summary>The refusal of a body.</summary>
    public static QuireException Refuse(string reason, string fix) => new(ErrorKind.Invalid, "invalid_annotation", reason, fix);
}
