namespace Quire.Core.Sets;

/// <summary>A wish to make a prompt set, or to edit its manifest. What is null stays as it is.</summary>
/// <param name="Folder">The folder, empty for the root; needed where the set is new.</param>
/// <param name="Version">The semantic version that the next release shall have.</param>
/// <param name="Description">What the set is for.</param>
/// <param name="Message">The commit's message.</param>
public sealed record SaveSet(string? Folder, string? Version, string? Description, string? Message);
