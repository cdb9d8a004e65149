namespace Quire.Core.Changes;

/// <summary>Registers a prompt that has no version yet, so that it can carry annotations before its first one. Where the prompt is there already, it is refused.</summary>
/// <param name="Path">The prompt's path.</param>
public sealed record RegisterMove(string Path) : Move;
