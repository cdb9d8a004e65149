using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Versioning.Objects;

namespace Quire.Core.History;

/// <summary>Finds the commits that callers name.</summary>
internal static class Revisions
{
    private const string CommitMark = "sha:";
    private const int ShortestHex = 4;

    /// <summary>The commit of a branch, a tag or <c>sha:HEX</c>.</summary>
    /// <exception cref="QuireException"><c>ref_not_found</c>, <c>commit_not_found</c>, <c>ambiguous_commit</c>, <c>invalid_commit</c>.</exception>
    public static ObjectId Require(ISession session, Project project, ObjectCache objects, string reference) =>
        reference.StartsWith(CommitMark, StringComparison.Ordinal)
            ? RequireCommit(session, project, objects, reference[CommitMark.Length..])
            : new Resolver(objects, new ContentReader()).FindRef(session, project, reference);

    /// <summary>The commit whose id begins with some digits.</summary>
    /// <exception cref="QuireException"><c>commit_not_found</c>, <c>ambiguous_commit</c>, <c>invalid_commit</c>.</exception>
    public static ObjectId RequireCommit(ISession session, Project project, ObjectCache objects, string hex)
    {
        var isHex = hex.Length is >= ShortestHex and <= ObjectId.HexLength && hex.All(char.IsAsciiHexDigitLower);
        if (!isHex)
            throw new QuireException(ErrorKind.Invalid, "invalid_commit", $"'{Short(hex)}' is no commit id.", "A commit id is 4 to 40 lower-case hexadecimal digits.");
        return new Resolver(objects, new ContentReader()).FindCommit(session, project, hex);
    }

    /// <summary>The commit of a branch, a tag or <c>sha:HEX</c>; the default branch's where none is named, null where that has none yet.</summary>
    /// <exception cref="QuireException"><c>ref_not_found</c>, <c>commit_not_found</c>, <c>ambiguous_commit</c>, <c>invalid_commit</c>.</exception>
    public static ObjectId? Find(ISession session, Project project, ObjectCache objects, string? reference) =>
        reference is null ? session.Refs.Find(project.Id, project.DefaultBranch)?.Target : Require(session, project, objects, reference);

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
