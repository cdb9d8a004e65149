using Quire.Composition.Rendering;
using Quire.Prompts.Addresses;
using Quire.Templating.Values;

namespace Quire.Core.Composing;

/// <summary>A wish to compose a stored prompt.</summary>
public sealed record ComposeCall
{
    /// <summary>The base prompt and the selector that holds for all layers.</summary>
    public required Address Prompt { get; init; }

    /// <summary>The tenant; null for none.</summary>
    public string? Tenant { get; init; }

    /// <summary>The features, in the order in which their contributions stand.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>The agent; null for none.</summary>
    public string? Agent { get; init; }

    /// <summary>Selectors of single layers, by the layer's word (<c>tenant</c>); others follow the prompt's.</summary>
    public IReadOnlyDictionary<string, Selector> Selectors { get; init; } = new Dictionary<string, Selector>();

    /// <summary>The variables, seen by all layers.</summary>
    public Value Variables { get; init; } = Value.EmptyMap;

    /// <summary>The user's text by merge point; the empty name means the one merge point that takes user text.</summary>
    public IReadOnlyDictionary<string, string> UserText { get; init; } = new Dictionary<string, string>();

    /// <summary>Messages for placeholders, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ChatTurn>> Messages { get; init; } = new Dictionary<string, IReadOnlyList<ChatTurn>>();

    /// <summary>Whether user text stands between boundaries that its author could not know.</summary>
    public bool Fence { get; init; }

    /// <summary>Whether the story of each merge point is told.</summary>
    public bool Explain { get; init; }
}
