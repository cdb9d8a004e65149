namespace Quire.Core.Changes;

/// <summary>Sets, moves or removes an alias of a prompt.</summary>
/// <param name="Path">The prompt's path.</param>
/// <param name="Name">The alias.</param>
/// <param name="Target">Where it shall point; null removes it.</param>
public sealed record AliasMove(string Path, string Name, AliasTarget? Target) : Move
{
    /// <summary>The version that the caller saw the alias on, 0 for none; null where the caller does not mind.</summary>
    public long? Expected { get; init; }
}
