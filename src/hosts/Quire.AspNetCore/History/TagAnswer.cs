using Quire.Core.Refs;

namespace Quire.AspNetCore.History;

/// <summary>A tag.</summary>
/// <param name="Name">The name.</param>
/// <param name="Target">The object that it names: a commit, or an annotated tag's own object.</param>
/// <param name="Protected">Whether it is protected.</param>
internal sealed record TagAnswer(string Name, string Target, bool Protected)
{
    /// <summary>The stored ref.</summary>
    public static TagAnswer Of(Ref found) => new(found.Name["refs/tags/".Length..], found.Target.ToString(), found.Protected);
}
