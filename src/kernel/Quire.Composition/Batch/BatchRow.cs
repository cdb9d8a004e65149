using System.Text.Json;
using Quire.Composition.Explaining;
using Quire.Composition.Layers;
using Quire.Composition.Rendering;

namespace Quire.Composition.Batch;

/// <summary>One row of <c>quire compose --batch</c>: the sources of all layers, and a request.</summary>
public sealed record BatchRow
{
    /// <summary>The row's own name, given back as it was; null for none.</summary>
    public JsonElement? Id { get; init; }

    /// <summary>The name of the prompt to compose.</summary>
    public required string Prompt { get; init; }

    /// <summary>File path and text of every source, as in a tree.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Sources { get; init; }

    /// <summary>For whom it composes.</summary>
    public LayerSelection Selection { get; init; } = LayerSelection.None;

    /// <summary>Variables, user text, placeholders.</summary>
    public ComposeRequest Request { get; init; } = new();

    /// <summary>Whether the answer tells the story of each merge point.</summary>
    public bool Explain { get; init; }

    /// <summary>Contributions that count as not promoted, by prompt name.</summary>
    public IReadOnlySet<string> NotPromoted { get; init; } = new HashSet<string>();

    internal AbsenceReason? AbsenceOf(PromptSource source) =>
        NotPromoted.Contains(source.Path.Value) ? AbsenceReason.NotPromoted : null;
}
