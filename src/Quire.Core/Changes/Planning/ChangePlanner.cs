using Quire.Core.Limits;

namespace Quire.Core.Changes.Planning;

/// <summary>Plans a change on a snapshot: everything is checked here, nothing is written.</summary>
internal static class ChangePlanner
{
    /// <summary>Plans the moves in their order.</summary>
    public static void Plan(PlanningContext context)
    {
        QuireLimits.Moves.Check(context.Change.Moves.Count, "The change");
        foreach (var move in context.Change.Moves)
            Plan(context, move);
        new PromotionChecks(context).Check();
    }

    private static void Plan(PlanningContext context, Move move)
    {
        switch (move)
        {
            case BranchMove branch:
                new BranchPlanner(context).Plan(branch);
                break;
            case TagMove tag:
                new TagPlanner(context).Plan(tag);
                break;
            case AliasMove alias:
                new AliasPlanner(context).Plan(alias);
                break;
            case AnnotationMove annotation:
                new AnnotationPlanner(context).Plan(annotation);
                break;
            case TagsMove tags:
                new AnnotationPlanner(context).Plan(tags);
                break;
            case AnnotationEntriesMove entries:
                new AnnotationPlanner(context).Plan(entries);
                break;
            case RegisterMove registration:
                new RegistrationPlanner(context).Plan(registration);
                break;
            case AliasProtectionMove protection:
                new AliasProtectionPlanner(context).Plan(protection);
                break;
            case DefaultBranchMove branch:
                new DefaultBranchPlanner(context).Plan(branch);
                break;
            case ProtectionMove protection:
                new ProtectionPlanner(context).Plan(protection);
                break;
            default:
                throw new InvalidOperationException($"No planner for {move.GetType().Name}.");
        }
    }
}
