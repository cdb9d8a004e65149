namespace Quire.Core.Imports.Reading;

/// <summary>A part of a template: words that stand as they are, or the name of a variable.</summary>
/// <param name="Text">The words, or the name.</param>
/// <param name="IsField">Whether it is a name.</param>
internal readonly record struct TextPart(string Text, bool IsField);
