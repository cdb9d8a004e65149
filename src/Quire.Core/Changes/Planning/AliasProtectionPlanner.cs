using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Prompts;

namespace Quire.Core.Changes.Planning;

/// <summary>Plans the protection of aliases, and guards those that are protected.</summary>
internal sealed class AliasProtectionPlanner(PlanningContext context)
{
    /// <summary>Adds the move to the plan.</summary>
    /// <exception cref="QuireException"><c>invalid_name</c>, <c>forbidden</c>, <c>too_large</c>.</exception>
    public void Plan(AliasProtectionMove move)
    {
        context.Change.Actor.Demand(Permissions.Manage);
        AliasPattern.Check(move.Pattern);
        var stored = context.ProtectedAliases.Contains(move.Pattern);
        context.Plan.AliasProtections.Set(move.Pattern, stored, move.Protected);
        QuireLimits.ProtectedAliases.Check(context.ProtectedAliases.Count + context.Plan.AliasProtections.Count(planned => planned.New), "The project");
    }

    /// <summary>Refuses to touch a protected alias without permission.</summary>
    /// <exception cref="QuireException"><c>protected</c>.</exception>
    public static void Guard(PlanningContext context, string alias)
    {
        if (context.Change.Actor.Permissions.HasFlag(Permissions.Manage))
            return;
        if (context.ProtectedAliases.FirstOrDefault(pattern => AliasPattern.Matches(pattern, alias)) is { } found)
        {
            throw new QuireException(ErrorKind.Forbidden, "protected",
                $"The alias '{alias}' is protected{(found == alias ? "" : $" by '{found}'")}: moving it takes the permission manage.",
                "Ask somebody who has the permission, or move an alias that is not protected.");
        }
    }
}
