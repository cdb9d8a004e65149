using Quire.Composition.Rendering;
using Quire.Composition.Storing;
using Quire.Core.Caching;
using Quire.Core.Errors;

namespace Quire.Core.Composing;

/// <summary>Renders plans, or finds what they rendered to before. What a user or a moment has touched is never kept.</summary>
internal sealed class OutputRenderer(ComposeCaches caches, TimeProvider time)
{
    /// <summary>Whether an output of this call depends on nothing but the plan and the variables.</summary>
    public static bool IsKept(ComposeCall call) => call.UserText.Count == 0 && call.Messages.Count == 0 && !call.Fence;

    /// <summary>Renders.</summary>
    /// <exception cref="QuireException"><c>render_failed</c>.</exception>
    public ComposeOutcome Render(CachedPlan plan, KnownSelection selection, ComposeRequest request)
    {
        var started = time.GetTimestamp();
        var outcome = plan.Plan.Render(request);
        plan.RenderTime = time.GetElapsedTime(started);
        return outcome.Succeeded ? outcome : throw Refusals.Of("render_failed", $"'{selection.Path}' could not be rendered", outcome.Diagnostics);
    }

    /// <summary>Finds an output, or renders it and keeps it.</summary>
    /// <exception cref="QuireException"><c>render_failed</c>.</exception>
    public ValueTask<(CachedOutput Output, CacheAnswer Cache)> Get(CachedPlan plan, KnownSelection selection, ComposeRequest request)
    {
        if (OutputKey.Of(selection.Plan, request.Variables) is not { } key)
            return new((Make(plan, selection, request, null), CacheAnswer.Plan));
        if (caches.Outputs.TryGet(key, out var known) && DetachedResult.Attach(known.Result, plan.Plan, request) is { } whole)
            return new((known with { Result = whole }, CacheAnswer.Output));
        return caches.SecondTier is { } tier && plan.RenderTime >= caches.Options.SecondTierFrom
            ? Ask(tier, key, plan, selection, request)
            : new((Make(plan, selection, request, key), CacheAnswer.Plan));
    }

    private async ValueTask<(CachedOutput, CacheAnswer)> Ask(SealedTier tier, CacheKey key, CachedPlan plan, KnownSelection selection, ComposeRequest request)
    {
        if (await tier.TryGet(key, request.CancellationToken) is not { } bytes)
            return (Make(plan, selection, request, key), CacheAnswer.Plan);
        if (ComposedResultBytes.Read(plan.Plan, request, bytes) is not { } result)
        {
            tier.Reject();
            return (Make(plan, selection, request, key), CacheAnswer.Plan);
        }
        var output = new CachedOutput(result, []);
        caches.Outputs.Set(key, Detached(output));
        return (output, CacheAnswer.SecondTier);
    }

    private CachedOutput Make(CachedPlan plan, KnownSelection selection, ComposeRequest request, CacheKey? key)
    {
        var clock = new WatchedClock(request.Clock ?? time);
        var outcome = Render(plan, selection, request with { Clock = clock });
        var output = new CachedOutput(outcome.Result!, outcome.Diagnostics);
        if (key is { } named && !clock.WasAsked)
            Keep(named, output, plan.RenderTime);
        return output;
    }

    // The plan has its own place and weight; an output that kept it alive would weigh more than it says.
    private static CachedOutput Detached(CachedOutput output) => output with { Result = DetachedResult.Detach(output.Result) };

    private void Keep(CacheKey key, CachedOutput output, TimeSpan renderTime)
    {
        caches.Outputs.Set(key, Detached(output));
        if (caches.SecondTier is { } tier && renderTime >= caches.Options.SecondTierFrom && output.Warnings.Count == 0 && ComposedResultBytes.Write(output.Result) is { } bytes)
            tier.Set(key, bytes);
    }
}
