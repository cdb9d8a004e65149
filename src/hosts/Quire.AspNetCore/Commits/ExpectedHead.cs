using Quire.AspNetCore.Pipeline;
using Quire.Versioning.Objects;

namespace Quire.AspNetCore.Commits;

/// <summary>The header that names the head that a caller saw.</summary>
internal static class ExpectedHead
{
    /// <summary>The header.</summary>
    public const string Name = "Quire-Expected-Head";

    /// <summary>What it does, for people.</summary>
    public const string Meaning = "The head of the branch that the caller saw; where it has moved, the answer is 409 stale_head with both heads.";

    /// <summary>The head that the request names; null for none.</summary>
    /// <exception cref="Core.Errors.QuireException"><c>invalid_commit</c>.</exception>
    public static ObjectId? Of(Call call) => call.Header(Name) is { } text ? Heads.Parse(text) : null;
}
