using System.Text.Json;

namespace Quire.AspNetCore.Composing;

/// <summary>A prompt to compose, for whom, and with what.</summary>
internal sealed record ComposeBody
{
    /// <summary>The base prompt: a path, or an address that may select the version itself.</summary>
    public required string Prompt { get; init; }

    /// <summary>The alias whose versions take part.</summary>
    public string? Alias { get; init; }

    /// <summary>The number of the base's version.</summary>
    public long? Version { get; init; }

    /// <summary>A branch, a tag, or sha: and the digits of a commit, whose files take part.</summary>
    public string? Ref { get; init; }

    /// <summary>The tenant.</summary>
    public string? Tenant { get; init; }

    /// <summary>The features, in the order in which their contributions stand.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>The agent.</summary>
    public string? Agent { get; init; }

    /// <summary>Selectors of single layers, by the layer's word: an alias, a number, <c>ref:NAME</c> or <c>sha:HEX</c>. Others follow the base's.</summary>
    public IReadOnlyDictionary<string, string>? Selectors { get; init; }

    /// <summary>The variables, an object.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>The user's text: a text for the one merge point that takes it, or an object of texts by merge point. It is data, whatever it contains.</summary>
    public JsonElement? User { get; init; }

    /// <summary>Messages for placeholders, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<TurnBody>>? Messages { get; init; }

    /// <summary>Whether user text stands between boundaries that its author could not know.</summary>
    public bool Fence { get; init; }

    /// <summary>Whether the story of each merge point is told.</summary>
    public bool Explain { get; init; }

    /// <summary>Whether to say who wrote which span; absent for yes.</summary>
    public bool? Provenance { get; init; }
}
