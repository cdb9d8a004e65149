using Quire.Core.Access;
using Quire.Core.Errors;

namespace Quire.Core.Changes.Planning;

/// <summary>Plans a new default branch: what it does to prompts, and whether their layers still fit.</summary>
internal sealed class DefaultBranchPlanner(PlanningContext context)
{
    /// <summary>Adds the move to the plan.</summary>
    /// <exception cref="QuireException"><c>ref_not_found</c>, <c>forbidden</c>, <c>breaks_contributions</c>.</exception>
    public void Plan(DefaultBranchMove move)
    {
        context.Change.Actor.Demand(Permissions.Manage);
        var current = context.DefaultBranch;
        if (move.Name == current)
            return;
        var next = context.Tip(move.Name)
            ?? throw new QuireException(ErrorKind.NotFound, "ref_not_found", $"There is no branch '{Short(move.Name)}'.", "Create it first.");
        context.DefaultBranch = move.Name;
        context.Plan.DefaultBranch = move.Name;
        context.Plan.Rows.Add(context.Row("project", "default_branch", Short(current), Short(move.Name)));
        var old = context.Tip(current);
        if (old == next)
            return;
        var before = old is { } tip ? context.TreeOf(tip) : (Quire.Versioning.Objects.ObjectId?)null;
        new SetChecks(context).Check(before, context.TreeOf(next), isDefault: true);
        new VersionNumbering(context).Jump(old, next);
        new TreeFitting(context, before, context.TreeOf(next), true).Check();
    }

    private static string Short(string name) =>
        name.StartsWith(BranchPlanner.Prefix, StringComparison.Ordinal) ? name[BranchPlanner.Prefix.Length..] : name;
}
