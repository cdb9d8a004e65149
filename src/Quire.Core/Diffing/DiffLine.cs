namespace Quire.Core.Diffing;

/// <summary>A line of a difference.</summary>
/// <param name="Kind"><c>same</c>, <c>removed</c> or <c>added</c>.</param>
/// <param name="Text">The line without its line feed; a carriage return before it stays.</param>
public sealed record DiffLine(string Kind, string Text)
{
    /// <summary>The changed words, in UTF-16 units of the text; none where the line as a whole came or went.</summary>
    public IReadOnlyList<DiffWord> Words { get; init; } = [];

    /// <summary>Whether it is the last line and no line feed follows.</summary>
    public bool NoNewline { get; init; }
}
