using Quire.Core.Access;
using Quire.Core.Errors;

namespace Quire.Core.History;

/// <summary>How commits made by Quire name their author: a name that somebody chose, and an address that leads nowhere and stays the same.</summary>
internal static class CommitAuthor
{
    private const int MaxLength = 100;

    // What git takes off both ends of a name, beside blanks and control characters.
    private const string Crumbs = ".,:;\"'\\";

    /// <summary>The name that was chosen, or what the key is called; its id where nothing of that can stand in a commit.</summary>
    /// <exception cref="QuireException"><c>invalid_author</c>.</exception>
    public static string Handle(string? chosen, Principal caller)
    {
        if (chosen is null)
            return Plain(caller.Name) is { Length: > 0 } name ? name : caller.Id;
        var fits = chosen.Length is > 0 and <= MaxLength && !chosen.AsSpan().ContainsAny("<>\n\r\0");
        return fits ? chosen : throw new QuireException(ErrorKind.Invalid, "invalid_author", $"An author's name has 1 to {MaxLength} characters, none of them '<', '>' or a line break.");
    }

    /// <summary>The address: the id, which tells keys of one name apart.</summary>
    public static string Address(Principal caller) => $"{caller.Id}@users.quire.invalid";

    private static string Plain(string name)
    {
        var letters = name.Select(letter => letter is '<' or '>' || char.IsControl(letter) ? ' ' : letter).ToArray();
        var words = new string(letters).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).Trim([.. Crumbs, ' ']);
    }
}
