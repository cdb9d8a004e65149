using Quire.Versioning.Objects;

namespace Quire.Core.Changes;

/// <summary>Creates, moves or deletes a branch.</summary>
/// <param name="Name">The full name, for example <c>refs/heads/main</c>.</param>
/// <param name="Expected">The head that the caller saw; null where the branch must not exist.</param>
/// <param name="New">The new head; null deletes the branch.</param>
public sealed record BranchMove(string Name, ObjectId? Expected, ObjectId? New) : Move
{
    /// <summary>Whether commits may be dropped from the branch. Numbered versions of dropped commits stay.</summary>
    public bool Force { get; init; }

    /// <summary>The paths of prompts that get a number on the default branch even where their text is unchanged.</summary>
    public IReadOnlyList<string> Register { get; init; } = [];

    /// <summary>Whether the branch goes because the same change gives it another name: nothing is dropped, so its protection does not forbid it.</summary>
    internal bool IsRename { get; init; }

    /// <summary>The head that was brought in, where the move is a merge; a new head with more than one parent is one anyway.</summary>
    internal ObjectId? Merged { get; init; }
}
