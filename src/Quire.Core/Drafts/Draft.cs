using Quire.Prompts;
using Quire.Versioning.Objects;

namespace Quire.Core.Drafts;

/// <summary>A text that one person works on. It is in no tree, search, feed or clone, and nobody else reads it.</summary>
/// <param name="Key">Whose, and of what.</param>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Base">The commit that the person started from; null where there was none.</param>
/// <param name="Format">How the file is written down; null for what it is, and for <c>.prompt.md</c> where it is new.</param>
/// <param name="Text">The whole file, which need not parse yet.</param>
/// <param name="UpdatedAt">When it was kept.</param>
public sealed record Draft(DraftKey Key, long OrganisationId, ObjectId? Base, PromptFormat? Format, string Text, DateTimeOffset UpdatedAt);
