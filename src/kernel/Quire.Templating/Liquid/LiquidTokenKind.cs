namespace Quire.Templating.Liquid;

/// <summary>The kinds of tokens of a source.</summary>
internal enum LiquidTokenKind
{
    Text,
    Output,
    Tag,
}
