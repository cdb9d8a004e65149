namespace Quire.Core.Imports.Reading;

/// <summary>A message, or a text, whose dialect is not known before all of them are read.</summary>
/// <param name="Role">The role; null for the text of a text prompt and for a placeholder.</param>
/// <param name="Placeholder">The name of a placeholder; null for none.</param>
/// <param name="Words">What an f-string, or a text that is no template, is made of; null for a template of another kind.</param>
/// <param name="Source">A template as it is; null for <paramref name="Words"/>.</param>
internal sealed record TemplateDraft(string? Role, string? Placeholder, FString? Words, string? Source);
