using Quire.Core.History;
using Quire.Core.Refs;

namespace Quire.AspNetCore.History;

/// <summary>A branch.</summary>
/// <param name="Name">The name.</param>
/// <param name="Head">The commit that it stands at.</param>
/// <param name="Protected">Whether only those with permission may move it, and nobody by force.</param>
/// <param name="Ahead">How many commits it has that the other side has not; absent where none was named.</param>
/// <param name="Behind">How many commits the other side has that it has not; absent where none was named.</param>
/// <param name="Base">The newest commit that both have; absent where no other side was named, or the histories have nothing in common.</param>
internal sealed record BranchAnswer(string Name, string Head, bool Protected, int? Ahead = null, int? Behind = null, string? Base = null)
{
    /// <summary>The stored ref.</summary>
    public static BranchAnswer Of(Ref found) => new(found.Name["refs/heads/".Length..], found.Target.ToString(), found.Protected);

    /// <summary>The stored ref beside another history.</summary>
    public static BranchAnswer Of(Divergence found) => Of(found.Branch) with { Ahead = found.Ahead, Behind = found.Behind, Base = found.Base?.ToString() };
}
