using Quire.Core.Errors;
using Quire.Versioning.Objects;

namespace Quire.Core.Changes.Planning;

/// <summary>Plans the move of a tag.</summary>
internal sealed class TagPlanner(PlanningContext context)
{
    /// <summary>Where tags stand.</summary>
    public const string Prefix = "refs/tags/";

    /// <summary>Adds the move to the plan.</summary>
    /// <exception cref="QuireException"><c>stale_head</c>, <c>tag_exists</c>, <c>protected</c>.</exception>
    public void Plan(TagMove move)
    {
        var current = context.ReadRef(move.Name);
        RefGuard.CheckExpected(move.Name, move.Expected, current?.Target);
        if (current?.Target == move.New)
            return;
        RefGuard.CheckProtection(context.Change.Actor, current, force: true);
        if (current is not null && move.New is not null && !move.Force)
            throw new QuireException(ErrorKind.Conflict, "tag_exists", $"The tag '{move.Name[Prefix.Length..]}' exists already.", "Choose another name, or force the move.");
        if (move.New is { } target && context.Objects.Peel(target).Kind != ObjectKind.Commit)
            throw new QuireException(ErrorKind.Rejected, "not_a_commit", $"The tag '{move.Name[Prefix.Length..]}' would not lead to a commit.");
        context.Plan.Refs.Add((move.Name, current?.Target, move.New));
        context.Plan.Rows.Add(context.Row("tag", move.Name[Prefix.Length..], current?.Target.ToString(), move.New?.ToString()));
    }
}
