using Quire.Core.Access;
using Quire.Core.Errors;

namespace Quire.Core.History;

/// <summary>How commits made by Quire name their author: a pseudonym and an address that leads nowhere.</summary>
internal static class CommitAuthor
{
    private const int MaxLength = 100;

    /// <summary>The name that was chosen, or the id of the key.</summary>
    /// <exception cref="QuireException"><c>invalid_author</c>.</exception>
    public static string Handle(string? chosen, Principal caller)
    {
        if (chosen is null)
            return caller.Id;
        var fits = chosen.Length is > 0 and <= MaxLength && !chosen.AsSpan().ContainsAny("<>\n\r\0");
        return fits ? chosen : throw new QuireException(ErrorKind.Invalid, "invalid_author", $"An author's name has 1 to {MaxLength} characters, none of them '<', '>' or a line break.");
    }

    /// <summary>The address: the id, which one row connects with a person and can be erased.</summary>
    public static string Address(Principal caller) => $"{caller.Id}@users.quire.invalid";
}
