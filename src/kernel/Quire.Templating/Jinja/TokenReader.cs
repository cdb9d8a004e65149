using Quire.Templating.Diagnostics;

namespace Quire.Templating.Jinja;

/// <summary>Walks the tokens; meeting an error token is an error, as late as in Jinja.</summary>
internal sealed class TokenReader(List<Token> tokens)
{
    private int _index;
    private Token _current;

    public Token Current => _current;

    public TokenKind Kind => _current.Kind;

    public int Line => _current.Line;

    public int Position => _current.Start;

    public void Start()
    {
        _index = -1;
        Next();
    }

    public Token Next()
    {
        var token = _current;
        if (_index < tokens.Count - 1) _index++;
        _current = tokens[_index];
        if (_current.Kind == TokenKind.Error) throw Error(_current);
        return token;
    }

    public Token Look()
    {
        var next = tokens[Math.Min(_index + 1, tokens.Count - 1)];
        return next.Kind == TokenKind.Error ? throw Error(next) : next;
    }

    public bool IsName(string name) => _current.IsName(name);

    public bool Skip(TokenKind kind)
    {
        if (_current.Kind != kind) return false;
        Next();
        return true;
    }

    public bool SkipName(string name)
    {
        if (!_current.IsName(name)) return false;
        Next();
        return true;
    }

    public Token Expect(TokenKind kind) => _current.Kind == kind ? Next() : throw Unexpected(Describe(kind));

    public Token ExpectName(string name) => _current.IsName(name) ? Next() : throw Unexpected(name);

    /// <summary>After an error: goes behind the end of the tag it is in, without looking at what is skipped.</summary>
    public void SkipTag()
    {
        while (tokens[_index].Kind is not (TokenKind.End or TokenKind.BlockEnd or TokenKind.VariableEnd) && _index < tokens.Count - 1) _index++;
        if (tokens[_index].Kind != TokenKind.End && _index < tokens.Count - 1) _index++;
        while (tokens[_index].Kind == TokenKind.Error && _index < tokens.Count - 1) _index++;
        _current = tokens[_index];
    }

    public static string Describe(in Token token) => token.Kind switch
    {
        TokenKind.Name or TokenKind.Integer or TokenKind.Float => token.Text!,
        TokenKind.String => token.Text!,
        _ => Describe(token.Kind),
    };

    public static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.End => "end of template",
        TokenKind.Data => "template data / text",
        TokenKind.VariableBegin => "begin of print statement",
        TokenKind.VariableEnd => "end of print statement",
        TokenKind.BlockBegin => "begin of statement block",
        TokenKind.BlockEnd => "end of statement block",
        TokenKind.Name => "name",
        TokenKind.String => "string",
        TokenKind.Integer => "integer",
        TokenKind.Float => "float",
        TokenKind.Add => "+",
        TokenKind.Sub => "-",
        TokenKind.Mul => "*",
        TokenKind.Div => "/",
        TokenKind.FloorDiv => "//",
        TokenKind.Mod => "%",
        TokenKind.Pow => "**",
        TokenKind.Tilde => "~",
        TokenKind.LeftBracket => "[",
        TokenKind.RightBracket => "]",
        TokenKind.LeftParen => "(",
        TokenKind.RightParen => ")",
        TokenKind.LeftBrace => "{",
        TokenKind.RightBrace => "}",
        TokenKind.Equal => "==",
        TokenKind.NotEqual => "!=",
        TokenKind.Greater => ">",
        TokenKind.GreaterOrEqual => ">=",
        TokenKind.Less => "<",
        TokenKind.LessOrEqual => "<=",
        TokenKind.Assign => "=",
        TokenKind.Dot => ".",
        TokenKind.Colon => ":",
        TokenKind.Pipe => "|",
        TokenKind.Comma => ",",
        _ => ";",
    };

    private static ParseException Error(in Token token) =>
        new(token.Text!.StartsWith("Missing end", StringComparison.Ordinal) ? Codes.UnclosedTag : Codes.Syntax, token.Text, token.Line, token.Start);

    private ParseException Unexpected(string expected) => _current.Kind == TokenKind.End
        ? new ParseException(Codes.UnclosedTag, $"unexpected end of template, expected '{expected}'.", Line, Position)
        : new ParseException(Codes.Syntax, $"expected token '{expected}', got '{Describe(_current)}'", Line, Position);
}
