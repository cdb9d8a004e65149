namespace Quire.Composition.Rendering;

/// <summary>A message of a composed chat prompt.</summary>
/// <param name="Role">The role.</param>
/// <param name="Content">The text.</param>
/// <param name="Origin">Who gave the message: the place in <see cref="ComposedResult.Origins"/>.</param>
/// <param name="MergePoint">The merge point or placeholder it stands in; null outside of all.</param>
/// <param name="Spans">Who wrote which span of the text; empty where provenance was not asked for.</param>
public sealed record ComposedMessage(string Role, string Content, int Origin, string? MergePoint, IReadOnlyList<ComposedSpan> Spans);
