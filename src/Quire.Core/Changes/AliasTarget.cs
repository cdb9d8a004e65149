namespace Quire.Core.Changes;

/// <summary>The version that an alias shall name.</summary>
/// <param name="Number">The version's number; null for the prompt's latest version after the change, so also one that the same change issues.</param>
public sealed record AliasTarget(long? Number)
{
    /// <summary>The latest version after the change.</summary>
    public static AliasTarget Latest { get; } = new((long?)null);

    /// <summary>The alias of the same prompt whose version is meant; null where it is the number or the latest version.</summary>
    public string? Alias { get; private init; }

    /// <summary>The version that another alias of the prompt names when the change happens.</summary>
    public static AliasTarget Of(string alias) => new((long?)null) { Alias = alias };
}
