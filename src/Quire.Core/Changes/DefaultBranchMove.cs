namespace Quire.Core.Changes;

/// <summary>Makes another branch the default one. Its tip is compared with the old default branch's once; each prompt that differs gets the next number.</summary>
/// <param name="Name">The full name of the branch, which has to exist.</param>
public sealed record DefaultBranchMove(string Name) : Move;
