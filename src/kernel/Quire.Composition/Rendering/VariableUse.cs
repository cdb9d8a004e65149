using Quire.Templating.Values;

namespace Quire.Composition.Rendering;

/// <summary>A variable that a layer reads.</summary>
/// <param name="Name">The root name.</param>
/// <param name="Origin">The layer that reads it: the place in <see cref="ComposedResult.Origins"/>.</param>
/// <param name="Source">Where the value came from.</param>
/// <param name="Value">The value that the layer saw, after coercion; undefined where it is missing.</param>
public sealed record VariableUse(string Name, int Origin, VariableSource Source, Value Value);
