using Quire.Composition.Plans;
using Quire.Composition.Rendering;

namespace Quire.Composition.Storing;

/// <summary>Results for caches in memory: without the sources that they name, so that keeping a result keeps no parsed file alive.</summary>
public static class DetachedResult
{
    /// <summary>The result without its sources.</summary>
    public static ComposedResult Detach(ComposedResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        // Copies: spans may be made only when somebody asks, and keep what they are made from until then.
        return result with
        {
            Origins = [],
            VariableView = null,
            Spans = [.. result.Spans],
            Messages = [.. result.Messages.Select(message => message with { Spans = [.. message.Spans] })],
        };
    }

    /// <summary>The whole result again, out of the plan and request that it was rendered from; null where the variables do not fit the plan.</summary>
    public static ComposedResult? Attach(ComposedResult detached, ComposePlan plan, ComposeRequest request)
    {
        ArgumentNullException.ThrowIfNull(detached);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(request);
        return LayerVariables.Check(plan.Schemas, request.Variables, []) is { } variables
            ? detached with { Origins = plan.Origins, VariableView = variables }
            : null;
    }
}
