using Quire.Composition.UserText;
using Quire.Templating.Limits;
using Quire.Templating.Values;

namespace Quire.Composition.Rendering;

/// <summary>What one request gives to a plan.</summary>
public sealed record ComposeRequest
{
    /// <summary>The variables, a map: one set, seen by all layers.</summary>
    public Value Variables { get; init; } = Value.EmptyMap;

    /// <summary>The user's text by merge point. It is data, whatever it contains, and comes out byte for byte.</summary>
    public IReadOnlyDictionary<string, string> UserText { get; init; } = new Dictionary<string, string>();

    /// <summary>The messages for placeholders by name; a placeholder without entry takes the variable of its name, where that is a list.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ChatTurn>> Placeholders { get; init; } = new Dictionary<string, IReadOnlyList<ChatTurn>>();

    /// <summary>The fence around user text; null, the default, for none.</summary>
    public FenceOptions? Fence { get; init; }

    /// <summary>The budgets of the whole composition.</summary>
    public RenderLimits Limits { get; init; } = RenderLimits.Default;

    /// <summary>Whether to say which layer and variable wrote each span. Default: true.</summary>
    public bool WithProvenance { get; init; } = true;

    /// <summary>The seed of random filters. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>The clock of the time budget. Null, the default: no time budget; the other budgets hold.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Ends the composition early.</summary>
    public CancellationToken CancellationToken { get; init; }
}
