using Quire.Core.Errors;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Changes.Planning;

/// <summary>Decides about contributions that do not fit after a change.</summary>
internal static class Breaks
{
    /// <summary>
    /// Refuses misfits of contributions that the change itself brings, and others that are new, unless the caller accepted them or they are only
    /// warned about.
    /// </summary>
    /// <param name="context">The change.</param>
    /// <param name="before">The pair as it was.</param>
    /// <param name="after">The pair as it will be.</param>
    /// <param name="brought">The names of the contributions that the change brings.</param>
    /// <param name="onlyWarn">Whether breaks of others are warned about rather than refused.</param>
    /// <exception cref="QuireException"><c>rejected</c>; <c>breaks_contributions</c>, naming what has to be accepted.</exception>
    public static void Judge(PlanningContext context, StoredPair before, StoredPair after, IReadOnlySet<string> brought, bool onlyWarn)
    {
        var misfits = after.Misfits();
        if (misfits.Count == 0)
            return;
        var own = misfits.Where(misfit => brought.Contains(misfit.Key)).Select(misfit => misfit.Value).ToList();
        if (own.Count > 0)
            throw Rejection.Of("The change is refused", Visible(context, own));
        var old = before.Misfits().Select(misfit => (misfit.Key, misfit.Value.Code, misfit.Value.Line)).ToHashSet();
        var fresh = misfits.Where(misfit => !old.Contains((misfit.Key, misfit.Value.Code, misfit.Value.Line))
            && !context.Change.AcceptedBreaks.Contains(misfit.Key)).ToList();
        if (fresh.Count == 0)
            return;
        if (!onlyWarn)
            throw Refusal(context, fresh);
        context.Plan.Warnings.AddRange(fresh.Select(misfit => misfit.Value with { Severity = Severity.Warning }));
    }

    // A caller bound to tenants learns that something breaks, not what it does not see.
    private static List<Diagnostic> Visible(PlanningContext context, IReadOnlyList<Diagnostic> findings) =>
        context.Change.Actor.IsBoundToTenants ? [.. findings.Select(finding => finding with { Hint = null })] : [.. findings];

    private static QuireException Refusal(PlanningContext context, IReadOnlyList<KeyValuePair<string, Diagnostic>> fresh)
    {
        var bound = context.Change.Actor.IsBoundToTenants;
        var names = fresh.Select(misfit => misfit.Key).Distinct(StringComparer.Ordinal).ToList();
        return new QuireException(new QuireError
        {
            Kind = ErrorKind.Conflict,
            Code = "breaks_contributions",
            Message = bound ? "The change breaks contributions of other layers." : $"The change breaks contributions of other layers: {string.Join(", ", names.Select(name => $"'{name}'"))}.",
            Hint = bound ? "Ask somebody who sees all layers." : "Change them in the same commit, or accept the breaks by naming these contributions.",
            Diagnostics = bound ? [] : [.. fresh.Select(misfit => misfit.Value)],
        });
    }
}
