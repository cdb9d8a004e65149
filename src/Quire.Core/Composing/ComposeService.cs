using System.Security.Cryptography;
using System.Text.Json;
using Quire.Composition.Explaining;
using Quire.Composition.Layers;
using Quire.Composition.Plans;
using Quire.Composition.Rendering;
using Quire.Composition.UserText;
using Quire.Core.Access;
using Quire.Core.Caching;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Composing;

/// <summary>Composes stored prompts out of their layers.</summary>
public sealed class ComposeService
{
    private const long PlanBudget = 64 * 1024 * 1024;
    private const int PerSource = 4_000;
    private readonly IStore _store;
    private readonly ObjectCache _objects;
    private readonly ContentReader _contents;
    private readonly Resolver _resolver;
    private readonly TimeProvider _time;
    private readonly GenerationCache<string, ComposePlan> _plans = new(PlanBudget, plan => PerSource * (1 + plan.Contributions.Count));

    /// <summary>Composes from a store.</summary>
    /// <param name="store">Where everything is.</param>
    /// <param name="objects">Objects read lately.</param>
    /// <param name="contents">Files parsed lately.</param>
    /// <param name="time">The clock of time budgets.</param>
    public ComposeService(IStore store, ObjectCache objects, ContentReader contents, TimeProvider time)
    {
        (_store, _objects, _contents, _time) = (store, objects, contents, time);
        _resolver = new Resolver(objects, contents);
    }

    /// <summary>Composes a prompt for a request.</summary>
    /// <exception cref="QuireException">
    /// <c>prompt_not_found</c> and what else addresses answer; <c>compose_refused</c> where layers do not fit, with the merge point, the layer, file
    /// and line; <c>render_failed</c> where a template fails or a budget is spent.
    /// </exception>
    public async Task<ComposedPrompt> Compose(Principal caller, ComposeCall call, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Compose);
        var scopes = RequestScopes.Of(call);
        var selection = await _store.Read(session => Select(session, caller, call, scopes), cancellation);
        var (plan, cached) = Plan(caller, selection);
        var userText = UserTexts.Name(call.UserText, plan);
        var outcome = plan.Render(Request(call, userText, cancellation));
        if (!outcome.Succeeded)
            throw Refusal("render_failed", $"'{selection.Target.Path}' could not be rendered", outcome.Diagnostics);
        return new ComposedPrompt
        {
            Plan = plan,
            Result = outcome.Result,
            FromCache = cached,
            Model = selection.Target.ModelOverride ?? ModelOf(selection.Target),
            Explanation = call.Explain ? plan.Explain(selection.Absent, userText.Keys.ToHashSet(StringComparer.Ordinal)) : [],
            Warnings = outcome.Diagnostics,
        };
    }

    private Selection Select(ISession session, Principal caller, ComposeCall call, LayerSelection scopes)
    {
        if (call.Prompt.Organisation.ToString() != caller.Organisation)
            throw Resolver.NotFound(call.Prompt);
        var project = session.RequireProject(caller, call.Prompt.Project.ToString());
        var target = _resolver.Resolve(session, project, call.Prompt);
        if (!caller.Sees(target.Content.Facts.Layer, target.Content.Facts.Scope))
            throw Resolver.NotFound(call.Prompt);
        var found = new ContributionFinder(session, caller, target, _objects, _contents)
            .Find(call.Prompt.Selector, call.Selectors.ToDictionary(entry => LayerNames.Parse(entry.Key), entry => entry.Value));
        return Sort(session, target, found, scopes);
    }

    private Selection Sort(ISession session, ResolvedPrompt target, IReadOnlyList<FoundContribution> found, LayerSelection scopes)
    {
        var maker = new SourceMaker(session, _objects, _contents);
        var former = target.Prompt is { } prompt ? session.Prompts.Redirects(target.Project.Id, prompt.Id) : [];
        var promoted = found.Where(contribution => contribution.IsPromoted).Select(maker.Contribution).ToList();
        var chosen = LayerOrder.Select(promoted, scopes);
        var absent = promoted.Except(chosen).Select(source => new AbsentContribution(source, AbsenceReason.OtherScope))
            .Concat(found.Where(contribution => !contribution.IsPromoted).Select(maker.Contribution).Select(source => new AbsentContribution(source, AbsenceReason.NotPromoted)));
        return new Selection(maker.Base(target, former), chosen, [.. absent], target);
    }

    private (ComposePlan Plan, bool Cached) Plan(Principal caller, Selection selection)
    {
        var key = selection.PlanKey(caller.OrganisationId);
        if (_plans.TryGet(key, out var known))
            return (known, true);
        var built = ComposePlan.Build(selection.Base, selection.Contributions);
        if (!built.Succeeded)
            throw Refusal("compose_refused", $"'{selection.Target.Path}' cannot be composed", built.Diagnostics);
        _plans.Set(key, built.Plan);
        return (built.Plan, false);
    }

    private ComposeRequest Request(ComposeCall call, IReadOnlyDictionary<string, string> userText, CancellationToken cancellation) => new()
    {
        Variables = call.Variables,
        UserText = userText,
        Placeholders = call.Messages,
        Fence = call.Fence ? new FenceOptions { Randomness = RandomNumberGenerator.Fill } : null,
        Clock = _time,
        CancellationToken = cancellation,
    };

    private static string? ModelOf(ResolvedPrompt target) =>
        target.Content.File?.Config is { ValueKind: JsonValueKind.Object } config && config.EnumerateObject().Any() ? config.GetRawText() : null;

    private static QuireException Refusal(string code, string what, IReadOnlyList<Diagnostic> findings)
    {
        var first = findings.First(finding => finding.Severity == Severity.Error);
        return new QuireException(new QuireError
        {
            Kind = ErrorKind.Rejected,
            Code = code,
            Message = $"{what}: {first}",
            Hint = first.Hint,
            Diagnostics = findings,
        });
    }
}
