namespace Quire.Templating.Liquid;

/// <summary>Text, an output or a tag of a source. <see cref="Text"/> is what stands between the delimiters.</summary>
internal readonly record struct LiquidToken(LiquidTokenKind Kind, string Text, int Line, int Start, int End);
