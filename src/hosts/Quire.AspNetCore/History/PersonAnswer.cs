using Quire.Versioning.Commits;

namespace Quire.AspNetCore.History;

/// <summary>Who, and when.</summary>
/// <param name="Name">The name that the commit carries.</param>
/// <param name="Email">The address that the commit carries.</param>
/// <param name="Time">The time, with its offset.</param>
internal sealed record PersonAnswer(string Name, string Email, DateTimeOffset Time)
{
    /// <summary>The signature of a commit.</summary>
    public static PersonAnswer Of(Signature signature) => new(signature.Name, signature.Email, signature.Time);
}
