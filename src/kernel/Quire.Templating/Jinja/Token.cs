namespace Quire.Templating.Jinja;

/// <summary>A piece of a template. <see cref="Text"/> is the name, the text of a string, the data, the digits, or the error.</summary>
internal readonly record struct Token(TokenKind Kind, int Line, int Start, int End, string? Text)
{
    public bool IsName(string name) => Kind == TokenKind.Name && Text == name;
}
