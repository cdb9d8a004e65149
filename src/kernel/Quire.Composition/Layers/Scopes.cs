using Quire.Prompts.Names;

namespace Quire.Composition.Layers;

/// <summary>When two scopes can meet in one composition.</summary>
public static class Scopes
{
    /// <summary>Whether contributions of these scopes are checked against each other: one has no scope, or both have the same.</summary>
    public static bool AreCompatible(ScopeName? left, ScopeName? right) => left is null || right is null || left == right;
}
