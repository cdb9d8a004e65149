using Quire.Core.Refs;

namespace Quire.AspNetCore.History;

/// <summary>A branch.</summary>
/// <param name="Name">The name.</param>
/// <param name="Head">The commit that it stands at.</param>
/// <param name="Protected">Whether only those with permission may move it, and nobody by force.</param>
internal sealed record BranchAnswer(string Name, string Head, bool Protected)
{
    /// <summary>The stored ref.</summary>
    public static BranchAnswer Of(Ref found) => new(found.Name["refs/heads/".Length..], found.Target.ToString(), found.Protected);
}
