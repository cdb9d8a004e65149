using System.Text.Json;
using Quire.Composition.Explaining;
using Quire.Composition.Layers;
using Quire.Core.Access;
using Quire.Core.Caching;
using Quire.Core.Contents;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Prompts.PromptFiles;

namespace Quire.Core.Composing;

/// <summary>Finds what a call composes: on one snapshot of the store, or where it led before as long as no pointer has moved.</summary>
internal sealed class SelectionReader(IStore store, ObjectCache objects, ContentReader contents, ComposeCaches caches)
{
    private readonly Resolver _resolver = new(objects, contents);

    /// <summary>Where the call led before; null where that is not known or no longer sure.</summary>
    public KnownSelection? Known(Principal caller, ComposeCall call)
    {
        var key = new SelectionKey(caller, call);
        var stamps = (caches.Stamps.Of(key.OrganisationId, key.Path), caches.Stamps.OfAll(key.OrganisationId));
        return caches.Selections.TryGet(key, stamps, static (known, now) => known.Stamp == (known.IsRedirected ? now.Item2 : now.Item1), out var found) ? found : null;
    }

    /// <summary>Reads it, and remembers it.</summary>
    public async Task<Selection> Read(Principal caller, ComposeCall call, CancellationToken cancellation)
    {
        var scopes = RequestScopes.Of(call);
        // Taken before the snapshot: a change that is announced from here on makes what is read now a thing of the past.
        var stamps = (Of: caches.Stamps.Of(caller.OrganisationId, call.Prompt.Path.Value), OfAll: caches.Stamps.OfAll(caller.OrganisationId));
        var found = await store.Read(session => Select(session, caller, call, scopes), cancellation);
        var isRedirected = found.Target.Path != call.Prompt.Path.Value;
        var known = found.Known with { Stamp = isRedirected ? stamps.OfAll : stamps.Of, IsRedirected = isRedirected };
        caches.Selections.Set(SelectionKey.Own(caller, call), known);
        return found with { Known = known };
    }

    private Selection Select(ISession session, Principal caller, ComposeCall call, LayerSelection scopes)
    {
        var project = session.RequireProject(caller, call.Prompt.Project.ToString());
        var target = _resolver.Resolve(session, project, call.Prompt);
        if (!caller.Sees(target.Content.Facts.Layer, target.Content.Facts.Scope))
            throw Resolver.NotFound(call.Prompt);
        var found = new ContributionFinder(session, caller, target, objects, contents)
            .Find(call.Prompt.Selector, call.Selectors.ToDictionary(entry => LayerNames.Parse(entry.Key), entry => entry.Value));
        return Sort(session, caller, target, found, scopes);
    }

    private Selection Sort(ISession session, Principal caller, ResolvedPrompt target, IReadOnlyList<FoundContribution> found, LayerSelection scopes)
    {
        var maker = new SourceMaker(session, objects, contents);
        var former = target.Prompt is { } prompt ? session.Prompts.Redirects(target.Project.Id, prompt.Id) : [];
        var promoted = found.Where(contribution => contribution.IsPromoted).Select(maker.Contribution).ToList();
        var chosen = LayerOrder.Select(promoted, scopes);
        var absent = promoted.Except(chosen).Select(source => new AbsentContribution(source, AbsenceReason.OtherScope))
            .Concat(found.Where(contribution => !contribution.IsPromoted).Select(maker.Contribution).Select(source => new AbsentContribution(source, AbsenceReason.NotPromoted)));
        var basePrompt = maker.Base(target, former);
        var key = PlanKey.Of(caller.OrganisationId, basePrompt, chosen);
        return new Selection(basePrompt, chosen, [.. absent], target, new KnownSelection(key, target.Path, target.ModelOverride ?? ModelOf(target.Content.File), 0, false));
    }

    /// <summary>The model settings that a file says itself, as JSON; null for none.</summary>
    internal static string? ModelOf(PromptFile? file) =>
        file?.Config is { ValueKind: JsonValueKind.Object } config && config.EnumerateObject().Any() ? config.GetRawText() : null;
}
