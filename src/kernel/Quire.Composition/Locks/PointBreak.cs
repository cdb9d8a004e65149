using Quire.Prompts.PromptFiles;
using Quire.Templating.Diagnostics;

namespace Quire.Composition.Locks;

/// <summary>A stored contribution that stops fitting when its base changes.</summary>
/// <param name="Contribution">The contribution.</param>
/// <param name="MergePoint">The merge point it fills; null where the whole contribution no longer fits.</param>
/// <param name="Reason">Why it no longer fits, with file and line.</param>
public sealed record PointBreak(PromptFile Contribution, string? MergePoint, Diagnostic Reason);
