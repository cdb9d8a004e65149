using Quire.Composition.Layers;
using Quire.Composition.Rendering;

namespace Quire.Composition.Explaining;

/// <summary>Something that was offered to a merge point.</summary>
/// <param name="By">Who offers it: the base's default, a layer, or the user.</param>
/// <param name="Source">The version; null for the user.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">The outcome in one sentence for people.</param>
/// <param name="Locks">Whether it locks the point for strictly higher layers.</param>
/// <param name="Line">The line in its file, from 1; 0 for the user.</param>
public sealed record Offer(OriginKind By, PromptSource? Source, OfferOutcome Outcome, string Reason, bool Locks, int Line);
