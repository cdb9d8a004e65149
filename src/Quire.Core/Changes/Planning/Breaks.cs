using Quire.Core.Errors;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Changes.Planning;

/// <summary>Decides about contributions that do not fit after a change. What the caller does not see is never named.</summary>
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
        var shown = after.SeenBy(context.Change.Actor).Misfits().ToHashSet();
        var own = misfits.Where(misfit => brought.Contains(misfit.Key)).Select(misfit => shown.Contains(misfit) ? misfit.Value : Nameless(misfit.Value)).ToList();
        if (own.Count > 0)
            throw Rejection.Of("The change is refused", own);
        var old = before.Misfits().Select(misfit => (misfit.Key, misfit.Value.Code, misfit.Value.Line)).ToHashSet();
        var fresh = misfits.Where(misfit => !old.Contains((misfit.Key, misfit.Value.Code, misfit.Value.Line))
            && !context.Change.AcceptedBreaks.Contains(misfit.Key)).ToList();
        if (fresh.Count == 0)
            return;
        var seen = fresh.Where(shown.Contains).ToList();
        if (!onlyWarn)
            throw Refusal(seen, seen.Count < fresh.Count);
        context.Plan.Warnings.AddRange(seen.Select(misfit => misfit.Value with { Severity = Severity.Warning }));
    }

    // The change's own file does not fit to one that the caller does not see: it learns where, not beside what.
    private static Diagnostic Nameless(Diagnostic finding) => finding with
    {
        Message = "The contribution does not fit to the others of its base prompt.",
        Hint = "ask somebody who sees all layers and projects",
    };

    private static QuireException Refusal(IReadOnlyList<KeyValuePair<string, Diagnostic>> seen, bool more)
    {
        const string Others = "some that this key does not see";
        var names = seen.Select(misfit => misfit.Key).Distinct(StringComparer.Ordinal).Select(name => $"'{name}'");
        return new QuireException(new QuireError
        {
            Kind = ErrorKind.Conflict,
            Code = "breaks_contributions",
            Message = $"The change breaks contributions of other layers: {string.Join(", ", more ? names.Append(Others) : names)}.",
            Hint = more ? "Ask somebody who sees all layers and projects." : "Change them in the same commit, or accept the breaks by naming these contributions.",
            Diagnostics = [.. seen.Select(misfit => misfit.Value)],
        });
    }
}
