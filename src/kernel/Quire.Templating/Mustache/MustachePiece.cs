namespace Quire.Templating.Mustache;

/// <summary>A tag, or a stretch of text within one line. <see cref="IsDropped"/>: stands on a line of tags only and prints nothing.</summary>
internal sealed record MustachePiece(MustacheTagKind? Kind, string Text, int Start, int End)
{
    public bool IsDropped { get; set; }

    /// <summary>The blanks at the start of its line, where nothing but blanks stands before it.</summary>
    public string Blanks { get; set; } = "";

    public bool StartsLine { get; set; }
}
