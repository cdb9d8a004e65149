using Quire.Core.Access;
using Quire.Core.Errors;

namespace Quire.Core.Changes.Planning;

/// <summary>Plans the protection of a ref.</summary>
internal sealed class ProtectionPlanner(PlanningContext context)
{
    /// <summary>Adds the move to the plan.</summary>
    /// <exception cref="QuireException"><c>ref_not_found</c>, <c>forbidden</c>.</exception>
    public void Plan(ProtectionMove move)
    {
        context.Change.Actor.Demand(Permissions.Manage);
        var current = context.ReadRef(move.Name);
        if (context.Tip(move.Name) is null)
            throw new QuireException(ErrorKind.NotFound, "ref_not_found", $"There is no '{move.Name}'.", "List the branches with GET …/branches.");
        if (current?.Protected == move.Protected)
            return;
        context.Plan.Protections.Add((move.Name, move.Protected));
        context.Plan.Rows.Add(context.Row("protection", move.Name, current?.Protected == true ? "true" : "false", move.Protected ? "true" : "false"));
    }
}
