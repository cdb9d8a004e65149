using Quire.Core.Errors;
using Quire.Versioning.Objects;

namespace Quire.AspNetCore.Commits;

/// <summary>Reads ids of commits.</summary>
internal static class Heads
{
    /// <summary>The commit of a whole id.</summary>
    /// <exception cref="QuireException"><c>invalid_commit</c>.</exception>
    public static ObjectId Parse(string text) => ObjectId.TryParse(text, out var id)
        ? id
        : throw new QuireException(ErrorKind.Invalid, "invalid_commit", "The expected head is no commit id.", "Send the 40 hexadecimal digits that GET …/branches shows, or forty zeros for a branch without commits.");
}
