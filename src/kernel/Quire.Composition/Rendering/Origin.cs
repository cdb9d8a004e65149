using Quire.Composition.Layers;

namespace Quire.Composition.Rendering;

/// <summary>Somebody who writes spans.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Source">The version, for the base prompt and layers; null otherwise.</param>
public sealed record Origin(OriginKind Kind, PromptSource? Source);
