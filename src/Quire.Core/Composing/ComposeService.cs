using System.Security.Cryptography;
using Quire.Composition.Plans;
using Quire.Composition.Rendering;
using Quire.Composition.UserText;
using Quire.Core.Access;
using Quire.Core.Caching;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Objects;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Prompts.Tokens;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Composing;

/// <summary>
/// Composes stored prompts out of their layers. What a call composes is read from the store once per move of a pointer, a plan is merged once per set of
/// contents, an output without user text is rendered once per set of variables.
/// </summary>
public sealed class ComposeService
{
    private readonly ComposeCaches _caches;
    private readonly SelectionReader _selections;
    private readonly OutputRenderer _outputs;
    private readonly TokenCounter _tokens;
    private readonly TimeProvider _time;

    /// <summary>Composes from a store.</summary>
    /// <param name="store">Where everything is.</param>
    /// <param name="objects">Objects read lately.</param>
    /// <param name="contents">Files parsed lately.</param>
    /// <param name="caches">What was composed lately.</param>
    /// <param name="time">The clock of time budgets.</param>
    public ComposeService(IStore store, ObjectCache objects, ContentReader contents, ComposeCaches caches, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(contents);
        (_caches, _tokens, _time) = (caches, contents.Tokens, time);
        _selections = new SelectionReader(store, objects, contents, caches);
        _outputs = new OutputRenderer(caches, time);
    }

    /// <summary>Composes a prompt for a request.</summary>
    /// <exception cref="QuireException">
    /// <c>prompt_not_found</c> and what else addresses answer; <c>compose_refused</c> where layers do not fit, with the merge point, the layer, file
    /// and line; <c>render_failed</c> where a template fails or a budget is spent.
    /// </exception>
    public ValueTask<ComposedPrompt> Compose(Principal caller, ComposeCall call, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(call);
        caller.Demand(Permissions.Compose);
        if (call.Prompt.Organisation.Value != caller.Organisation)
            throw Resolver.NotFound(call.Prompt);
        // Who wants the story of the merge points wants to hear of those that take no part: the snapshot knows them.
        var known = call.Explain ? null : _selections.Known(caller, call);
        return known is not null && _caches.Plans.TryGet(known.Plan, out var plan)
            ? Finish(call, known, plan, CacheAnswer.Plan, null, cancellation)
            : Start(caller, call, known?.Plan, cancellation);
    }

    private async ValueTask<ComposedPrompt> Start(Principal caller, ComposeCall call, CacheKey? missed, CancellationToken cancellation)
    {
        var selection = await _selections.Read(caller, call, cancellation);
        var (plan, cache) = Plan(selection, missed);
        return await Finish(call, selection.Known, plan, cache, selection, cancellation);
    }

    private (CachedPlan Plan, CacheAnswer Cache) Plan(Selection selection, CacheKey? missed)
    {
        var key = selection.Known.Plan;
        // A key that was looked up in vain a moment ago is not looked up, and counted, twice.
        if (key != missed && _caches.Plans.TryGet(key, out var known))
            return (known, CacheAnswer.Plan);
        var built = ComposePlan.Build(selection.Base, selection.Contributions);
        if (!built.Succeeded)
            throw Refusals.Of("compose_refused", $"'{selection.Target.Path}' cannot be composed", built.Diagnostics);
        var plan = new CachedPlan(built.Plan);
        _caches.Plans.Set(key, plan);
        return (plan, CacheAnswer.None);
    }

    private ValueTask<ComposedPrompt> Finish(ComposeCall call, KnownSelection known, CachedPlan plan, CacheAnswer cache, Selection? selection, CancellationToken cancellation)
    {
        var userText = UserTexts.Name(call.UserText, plan.Plan);
        var request = Request(call, userText, cancellation);
        if (OutputRenderer.IsKept(call))
            return FinishKept(call, known, plan, cache, selection, request);
        var outcome = _outputs.Render(plan, known, request);
        return new(Answer(call, known, plan.Plan, outcome.Result!, outcome.Diagnostics, null, cache, selection));
    }

    private async ValueTask<ComposedPrompt> FinishKept(ComposeCall call, KnownSelection known, CachedPlan plan, CacheAnswer cache, Selection? selection, ComposeRequest request)
    {
        var (output, answered) = await _outputs.Get(plan, known, request);
        return Answer(call, known, plan.Plan, output.Result, output.Warnings, output.Tokens, answered == CacheAnswer.Plan ? cache : answered, selection);
    }

    private ComposedPrompt Answer(ComposeCall call, KnownSelection known, ComposePlan plan, ComposedResult result, IReadOnlyList<Diagnostic> warnings, TokenMemo? memo, CacheAnswer cache, Selection? selection) => new()
    {
        Plan = plan,
        Result = result,
        Cache = cache,
        Counter = _tokens,
        Memo = memo,
        Model = known.Model,
        Explanation = call.Explain && selection is not null ? plan.Explain(selection.Absent, call.UserText.Count == 0 ? null : UserTexts.Name(call.UserText, plan).Keys.ToHashSet(StringComparer.Ordinal)) : [],
        Warnings = warnings,
    };

    private ComposeRequest Request(ComposeCall call, IReadOnlyDictionary<string, string> userText, CancellationToken cancellation) => new()
    {
        Variables = call.Variables,
        UserText = userText,
        Placeholders = call.Messages,
        Fence = call.Fence ? new FenceOptions { Randomness = RandomNumberGenerator.Fill } : null,
        Clock = _time,
        CancellationToken = cancellation,
    };
}
