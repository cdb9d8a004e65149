using Quire.Composition.Explaining;
using Quire.Composition.Layers;
using Quire.Core.Prompts;

namespace Quire.Core.Composing;

/// <summary>What one request composes: found on one snapshot, before anything is merged.</summary>
/// <param name="Base">The base prompt.</param>
/// <param name="Contributions">The contributions that take part, in order.</param>
/// <param name="Absent">Those that do not, and why.</param>
/// <param name="Target">What the address led to.</param>
/// <param name="Known">What is remembered of it.</param>
internal sealed record Selection(
    PromptSource Base,
    IReadOnlyList<PromptSource> Contributions,
    IReadOnlyList<AbsentContribution> Absent,
    ResolvedPrompt Target,
    KnownSelection Known);
