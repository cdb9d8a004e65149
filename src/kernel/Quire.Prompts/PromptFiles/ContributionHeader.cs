using Quire.Prompts.Names;

namespace Quire.Prompts.PromptFiles;

/// <summary>What a contribution extends, as which layer, and for whom.</summary>
/// <param name="Extends">The base prompt.</param>
/// <param name="Layer">The layer; never <see cref="LayerKind.User"/>, whose text comes with the request.</param>
/// <param name="Scope">For whom; null for every scope.</param>
/// <param name="Line">The line of <c>extends</c> in the file, from 1.</param>
public sealed record ContributionHeader(ExtendsTarget Extends, LayerKind Layer, ScopeName? Scope, int Line);
