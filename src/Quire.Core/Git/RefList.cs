namespace Quire.Core.Git;

/// <summary>The refs of a project.</summary>
/// <param name="DefaultBranch">The full name of the branch that <c>HEAD</c> means.</param>
/// <param name="Refs">Branches and tags, by name. Internal refs are not among them.</param>
public sealed record RefList(string DefaultBranch, IReadOnlyList<GitRef> Refs)
{
    /// <summary>Where <c>HEAD</c> leads; null where the default branch has no commit.</summary>
    public GitRef? Head => Refs.FirstOrDefault(found => found.Name == DefaultBranch);
}
