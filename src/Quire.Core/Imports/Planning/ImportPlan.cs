using Quire.Core.Organisations;
using Quire.Versioning.Objects;

namespace Quire.Core.Imports.Planning;

/// <summary>What an import does, worked out on a snapshot.</summary>
/// <param name="Project">The project.</param>
/// <param name="Branch">The full name of the branch.</param>
/// <param name="Head">Where the branch stands; null where it is new.</param>
/// <param name="Parent">The commit to go on from; null for the first one.</param>
/// <param name="Sequence">The organisation's last change.</param>
/// <param name="Items">What is done, in the order of the source.</param>
/// <param name="Failures">What is not.</param>
internal sealed record ImportPlan(Project Project, string Branch, ObjectId? Head, ObjectId? Parent, long Sequence, IReadOnlyList<PlannedItem> Items, IReadOnlyList<ImportFailure> Failures)
{
    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => Items.All(item => item.Files.Count == 0 && item.Moves.Count == 0);
}
