namespace Quire.Templating.Mustache;

/// <summary>The kinds of tags.</summary>
internal enum MustacheTagKind
{
    Variable,
    Raw,
    Section,
    Inverted,
    Close,
    Comment,
    Delimiters,
    Partial,
    Parent,
    Block,
}
