using Quire.Composition.Locks;
using Quire.Composition.Plans;
using Quire.Composition.Rendering;
using Quire.Prompts.PromptFiles;
using Quire.Templating.MergePoints;

namespace Quire.Composition.Explaining;

/// <summary>Tells the story of each merge point from the plan alone.</summary>
internal static class Explainer
{
    public static IReadOnlyList<PointExplanation> Explain(ComposePlan plan, IEnumerable<AbsentContribution> absent, IReadOnlySet<string> userText)
    {
        var missing = absent.SelectMany(one => one.Source.File.Parts.Select(part => (part.MergePoint, Offer: Absent(one, part)))).ToLookup(entry => entry.MergePoint, entry => entry.Offer, StringComparer.Ordinal);
        return plan.Declared.Select(point => new PointExplanation(point, OffersOf(plan, plan.Points[point.Name], missing[point.Name], userText).ToList())).ToList();
    }

    private static IEnumerable<Offer> OffersOf(ComposePlan plan, PlannedPoint planned, IEnumerable<Offer> absent, IReadOnlySet<string> userText)
    {
        var point = planned.Point;
        var filled = point.User ? userText.Contains(point.Name) : planned.Fills.Count > 0;
        var layers = planned.Fills.Select(fill => Standing(plan, fill));
        var user = point.User && filled ? [new Offer(OriginKind.User, null, OfferOutcome.Stands, "the user's text stands as it was given", false, 0)] : Array.Empty<Offer>();
        var defaults = point.HasDefault ? [Default(plan, point, filled)] : Array.Empty<Offer>();
        var standing = point.Behavior == MergeBehavior.Prepend && !point.User ? layers.Concat(user).Concat(defaults) : defaults.Concat(layers).Concat(user);
        var replaced = planned.Overruled.Select(fill => Replaced(plan, fill, planned.Fills[0]));
        return standing.Concat(replaced).Concat(absent).OrderBy(offer => offer.Outcome == OfferOutcome.Stands ? 0 : 1);
    }

    private static Offer Default(ComposePlan plan, DeclaredPoint point, bool filled)
    {
        var gives = filled && (point.User || point.Behavior == MergeBehavior.Replace);
        var reason = gives ? "what was contributed replaces the default" : filled ? $"the default stands; contributions {Where(point.Behavior)}" : "nobody contributes, so the default stands";
        return new(OriginKind.Base, plan.Base, gives ? OfferOutcome.Replaced : OfferOutcome.Stands, reason, point.Locked, point.Line);
    }

    private static string Where(MergeBehavior behavior) => behavior switch
    {
        MergeBehavior.Prepend => "stand before it",
        MergeBehavior.Inject => "stand inside it",
        _ => "stand after it",
    };

    private static Offer Standing(ComposePlan plan, PointFill fill) =>
        new(OriginKind.Layer, plan.Sources[fill.Layer], OfferOutcome.Stands, $"the {Layer(plan, fill)} layer's contribution stands", fill.Part.Locked, fill.Part.Line);

    private static Offer Replaced(ComposePlan plan, PointFill fill, PointFill winner)
    {
        var (own, other) = (Layer(plan, fill), Layer(plan, winner));
        var reason = own == other
            ? $"a later contribution of the {other} layer replaces it: {plan.Sources[winner.Layer].Path}"
            : $"the {other} layer stands above and replaces it: {plan.Sources[winner.Layer].Path}";
        return new(OriginKind.Layer, plan.Sources[fill.Layer], OfferOutcome.Replaced, reason, fill.Part.Locked, fill.Part.Line);
    }

    private static Offer Absent(AbsentContribution absent, ContributionPart part)
    {
        var (outcome, reason) = absent.Reason switch
        {
            AbsenceReason.NotPromoted => (OfferOutcome.NotPromoted, "not promoted: it does not have the alias that the request selects"),
            AbsenceReason.OtherScope => (OfferOutcome.OtherScope, $"the request does not name its scope `{absent.Source.File.Contribution?.Scope}`"),
            AbsenceReason.OtherProject => (OfferOutcome.OtherProject, "it stands in another project, and the request selects no version for its layer"),
            _ => (OfferOutcome.Invalid, "the selected version does not parse"),
        };
        return new(OriginKind.Layer, absent.Source, outcome, reason, part.Locked, part.Line);
    }

    private static string Layer(ComposePlan plan, PointFill fill) => LockChecker.Name(plan.Sources[fill.Layer].File.Contribution!.Layer);
}
