namespace Quire.Core.Drafts;

/// <summary>What a person's drafts in an organisation come to.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Bytes">How long their texts are together, in UTF-8.</param>
public readonly record struct DraftUsage(long Count, long Bytes);
