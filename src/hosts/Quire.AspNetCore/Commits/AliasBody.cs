using Quire.Core.Changes;

namespace Quire.AspNetCore.Commits;

/// <summary>An alias to set together with a commit.</summary>
internal sealed record AliasBody
{
    /// <summary>The prompt's path.</summary>
    public required string Path { get; init; }

    /// <summary>The alias.</summary>
    public required string Alias { get; init; }

    /// <summary>The version; absent for the latest one after the commit.</summary>
    public long? Version { get; init; }

    /// <summary>The move as Core takes it.</summary>
    public AliasMove ToMove() => new(Path, Alias, new AliasTarget(Version));
}
