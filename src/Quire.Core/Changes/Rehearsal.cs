using Quire.Core.Changes.Planning;

namespace Quire.Core.Changes;

/// <summary>A change that was checked, and what it will write. It holds as long as nothing moves that the check read.</summary>
public sealed class Rehearsal
{
    internal Rehearsal(PlanningContext context) => Context = context;

    /// <summary>The plan.</summary>
    internal PlanningContext Context { get; }
}
