namespace Quire.Templating.Jinja;

/// <summary>
/// Splits a source into tokens in one pass. An error becomes a token too, because Jinja reads lazily and reports what the parser meets first.
/// Lines count LF, CR LF and CR; data and strings see them all as LF.
/// </summary>
internal sealed class Lexer
{
    private readonly string _source;
    private readonly TemplateOptions _options;
    private readonly List<Token> _tokens;
    private readonly List<char> _open = [];
    private readonly int _end;
    private int _position;
    private int _line = 1;
    private bool _atLineStart = true;

    private Lexer(string source, TemplateOptions options)
    {
        _source = source;
        _options = options;
        _tokens = new List<Token>(16 + source.Length / 12);
        _end = options.KeepTrailingNewline ? source.Length : WithoutLastNewline(source);
    }

    private bool TrimBlocks => _options.TrimBlocks;

    private bool LstripBlocks => _options.LstripBlocks;

    public static List<Token> Read(string source, TemplateOptions options)
    {
        var lexer = new Lexer(source, options);
        lexer.Root();
        return lexer._tokens;
    }

    private static int WithoutLastNewline(string source)
    {
        if (source.EndsWith("\r\n", StringComparison.Ordinal)) return source.Length - 2;
        return source.EndsWith('\n') || source.EndsWith('\r') ? source.Length - 1 : source.Length;
    }

    private void Root()
    {
        while (_position < _end)
        {
            var start = FindTag(_position);
            if (start < 0)
            {
                AddData(_position, _end, _line);
                break;
            }
            if (!Tag(start)) break;
        }
        _tokens.Add(new Token(TokenKind.End, _line, _end, _end, null));
    }

    private int FindTag(int from)
    {
        while (true)
        {
            var offset = _source.AsSpan(from, _end - from).IndexOf('{');
            if (offset < 0 || from + offset + 1 >= _end) return -1;
            from += offset;
            if (_source[from + 1] is '{' or '%' or '#') return from;
            from++;
        }
    }

    /// <summary>Reads the data before a tag and the tag; false after an error.</summary>
    private bool Tag(int start)
    {
        var kind = _source[start + 1];
        var sign = start + 2 < _end && _source[start + 2] is '-' or '+' ? _source[start + 2] : '\0';
        var dataEnd = TrimData(start, sign, kind == '{');
        AddData(_position, dataEnd, _line);
        CountLines(_position, start);
        _position = start + (sign == '\0' ? 2 : 3);
        _atLineStart = false;
        if (kind == '#') return Comment(start);
        if (kind == '%' && RawBody(start) is { } raw) return raw;
        _tokens.Add(new Token(kind == '%' ? TokenKind.BlockBegin : TokenKind.VariableBegin, _line, start, _position, null));
        return Inside(kind == '%') || SkipRest(kind == '%');
    }

    /// <summary>After an error inside a tag: goes on behind its end, so that later tags are checked too.</summary>
    private bool SkipRest(bool isBlock)
    {
        var close = _source.AsSpan(_position, _end - _position).IndexOf(isBlock ? "%}" : "}}");
        if (close < 0) return false;
        CountLines(_position, _position + close + 2);
        _position += close + 2;
        _tokens.Add(new Token(isBlock ? TokenKind.BlockEnd : TokenKind.VariableEnd, _line, _position - 2, _position, null));
        return true;
    }

    private int TrimData(int tag, char sign, bool isVariable)
    {
        var end = tag;
        if (sign == '-')
        {
            while (end > _position && PythonCharacters.IsSpace(_source[end - 1])) end--;
            return end;
        }
        if (sign == '+' || !LstripBlocks || isVariable) return end;
        while (end > _position && !IsNewline(_source[end - 1]))
        {
            if (!PythonCharacters.IsSpace(_source[end - 1])) return tag;
            end--;
        }
        return end > _position || _atLineStart ? end : tag;
    }

    private void AddData(int from, int to, int line)
    {
        if (to > from) _tokens.Add(new Token(TokenKind.Data, line, from, to, Normalize(_source, from, to)));
    }

    private static string Normalize(string source, int from, int to)
    {
        var text = source.Substring(from, to - from);
        return text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
    }

    private bool Comment(int start)
    {
        var close = _source.AsSpan(_position, _end - _position).IndexOf("#}");
        if (close < 0) return Unclosed("Missing end of comment tag", start);
        var end = _position + close;
        var sign = close > 0 && _source[end - 1] is '-' or '+' && close > 0 ? _source[end - 1] : '\0';
        CountLines(_position, end + 2);
        _position = end + 2;
        AfterTag(sign, trims: true);
        return true;
    }

    /// <summary>An opening at the very end of the source is no error in Jinja: there is nothing left to be wrong.</summary>
    private bool Unclosed(string message, int start)
    {
        if (_position < _end) return Fail(message, _line, start);
        return true;
    }

    /// <summary>Skips what the end of a tag swallows: all blanks after a minus, one newline with trim_blocks.</summary>
    private void AfterTag(char sign, bool trims)
    {
        var from = _position;
        if (sign == '-')
        {
            while (_position < _end && PythonCharacters.IsSpace(_source[_position])) _position++;
        }
        else if (trims && sign != '+' && TrimBlocks) SkipNewline();
        CountLines(from, _position);
        _atLineStart = _position > from && IsNewline(_source[_position - 1]);
    }

    private void SkipNewline()
    {
        if (_position < _end && _source[_position] == '\r') _position += _position + 1 < _end && _source[_position + 1] == '\n' ? 2 : 1;
        else if (_position < _end && _source[_position] == '\n') _position++;
    }

    /// <summary>Reads a raw block; null where the tag is another one, false after an error.</summary>
    private bool? RawBody(int start)
    {
        var i = SkipSpace(_position);
        if (string.CompareOrdinal(_source, i, "raw", 0, 3) != 0 || i + 3 > _end) return null;
        i = SkipSpace(i + 3);
        var minus = i < _end && _source[i] == '-';
        if (minus) i++;
        if (i + 2 > _end || _source[i] != '%' || _source[i + 1] != '}') return null;
        CountLines(_position, i + 2);
        _position = i + 2;
        if (minus) AfterTag('-', trims: false);
        _atLineStart = IsNewline(_source[_position - 1]);
        return EndRaw(start);
    }

    private bool EndRaw(int start)
    {
        for (var at = _position; ; at += 2)
        {
            var offset = _source.AsSpan(at, _end - at).IndexOf("{%");
            if (offset < 0)
            {
                var reported = Unclosed("Missing end of raw directive", start);
                if (reported) AddData(_position, _end, _line);
                return reported;
            }
            at += offset;
            var sign = at + 2 < _end && _source[at + 2] is '-' or '+' ? _source[at + 2] : '\0';
            var i = SkipSpace(at + (sign == '\0' ? 2 : 3));
            if (i + 6 > _end || string.CompareOrdinal(_source, i, "endraw", 0, 6) != 0) continue;
            i = SkipSpace(i + 6);
            var endSign = i < _end && _source[i] is '-' or '+' ? _source[i] : '\0';
            if (endSign != '\0') i++;
            if (i + 2 > _end || _source[i] != '%' || _source[i + 1] != '}') continue;
            AddData(_position, TrimData(at, sign, isVariable: false), _line);
            CountLines(_position, i + 2);
            _position = i + 2;
            AfterTag(endSign, trims: true);
            return true;
        }
    }

    private bool Inside(bool isBlock)
    {
        _open.Clear();
        while (_position < _end)
        {
            if (_open.Count == 0 && TryEnd(isBlock)) return true;
            var c = _source[_position];
            if (PythonCharacters.IsSpace(c))
            {
                var from = _position;
                while (_position < _end && PythonCharacters.IsSpace(_source[_position])) _position++;
                CountLines(from, _position);
            }
            else if (!Piece(c)) return false;
        }
        return true;
    }

    private bool TryEnd(bool isBlock)
    {
        var i = _position;
        var sign = _source[i] == '-' || (isBlock && _source[i] == '+') ? _source[i] : '\0';
        if (sign != '\0') i++;
        if (i + 2 > _end || _source[i] != (isBlock ? '%' : '}') || _source[i + 1] != '}') return false;
        _tokens.Add(new Token(isBlock ? TokenKind.BlockEnd : TokenKind.VariableEnd, _line, _position, i + 2, null));
        _position = i + 2;
        AfterTag(sign, trims: isBlock);
        return true;
    }

    private bool Piece(char c)
    {
        if (char.IsAsciiDigit(c)) return Number();
        if (PythonCharacters.IsWord(c) || (char.IsHighSurrogate(c) && WordWidth(_position) > 0)) return Name();
        if (c is '"' or '\'') return Text(c);
        return Operator(c);
    }

    private int WordWidth(int at)
    {
        var c = _source[at];
        if (!char.IsHighSurrogate(c)) return PythonCharacters.IsWord(c) ? 1 : 0;
        if (at + 1 >= _end || !char.IsLowSurrogate(_source[at + 1])) return 0;
        return PythonCharacters.IsWord(System.Globalization.CharUnicodeInfo.GetUnicodeCategory(_source, at)) ? 2 : 0;
    }

    private bool Name()
    {
        var start = _position;
        while (_position < _end && WordWidth(_position) is > 0 and var width) _position += width;
        var word = _source.AsSpan(start, _position - start);
        if (!PythonCharacters.IsIdentifier(word)) return Fail("Invalid character in identifier", _line, start);
        _tokens.Add(new Token(TokenKind.Name, _line, start, _position, KnownWords.Get(word)));
        return true;
    }

    private bool Text(char quote)
    {
        var start = _position;
        var i = start + 1;
        while (true)
        {
            var offset = i < _end ? _source.AsSpan(i, _end - i).IndexOfAny(quote, '\\') : -1;
            if (offset < 0) return Fail($"unexpected char '{quote}' at {start}", _line, start);
            i += offset;
            if (_source[i] == quote) break;
            i += 2;
            if (i > _end) return Fail($"unexpected char '{quote}' at {start}", _line, start);
        }
        var text = StringLiterals.Unescape(_source.AsSpan(start + 1, i - start - 1), out var error);
        if (text is null) return Fail(error!, _line, start);
        _tokens.Add(new Token(TokenKind.String, _line, start, i + 1, text));
        CountLines(start, i + 1);
        _position = i + 1;
        return true;
    }

    private bool Number()
    {
        var start = _position;
        var previous = start > 0 ? _source[start - 1] : ' ';
        if (previous != '.' && NumberLiterals.FloatEnd(_source, start, _end) is > 0 and var floatEnd)
        {
            _tokens.Add(new Token(TokenKind.Float, _line, start, floatEnd, _source[start..floatEnd]));
            _position = floatEnd;
            return true;
        }
        var end = NumberLiterals.IntegerEnd(_source, start, _end);
        _tokens.Add(new Token(TokenKind.Integer, _line, start, end, _source[start..end]));
        _position = end;
        return true;
    }

    private bool Operator(char c)
    {
        var next = _position + 1 < _end ? _source[_position + 1] : '\0';
        var (kind, width) = (c, next) switch
        {
            ('/', '/') => (TokenKind.FloorDiv, 2),
            ('*', '*') => (TokenKind.Pow, 2),
            ('=', '=') => (TokenKind.Equal, 2),
            ('!', '=') => (TokenKind.NotEqual, 2),
            ('>', '=') => (TokenKind.GreaterOrEqual, 2),
            ('<', '=') => (TokenKind.LessOrEqual, 2),
            ('+', _) => (TokenKind.Add, 1),
            ('-', _) => (TokenKind.Sub, 1),
            ('*', _) => (TokenKind.Mul, 1),
            ('/', _) => (TokenKind.Div, 1),
            ('%', _) => (TokenKind.Mod, 1),
            ('~', _) => (TokenKind.Tilde, 1),
            ('[', _) => (TokenKind.LeftBracket, 1),
            (']', _) => (TokenKind.RightBracket, 1),
            ('(', _) => (TokenKind.LeftParen, 1),
            (')', _) => (TokenKind.RightParen, 1),
            ('{', _) => (TokenKind.LeftBrace, 1),
            ('}', _) => (TokenKind.RightBrace, 1),
            ('>', _) => (TokenKind.Greater, 1),
            ('<', _) => (TokenKind.Less, 1),
            ('=', _) => (TokenKind.Assign, 1),
            ('.', _) => (TokenKind.Dot, 1),
            (':', _) => (TokenKind.Colon, 1),
            ('|', _) => (TokenKind.Pipe, 1),
            (',', _) => (TokenKind.Comma, 1),
            (';', _) => (TokenKind.Semicolon, 1),
            _ => (TokenKind.Error, 0),
        };
        if (width == 0) return Fail($"unexpected char '{c}' at {_position}", _line, _position);
        if (!Balance(c)) return false;
        _tokens.Add(new Token(kind, _line, _position, _position + width, null));
        _position += width;
        return true;
    }

    private bool Balance(char c)
    {
        switch (c)
        {
            case '{': _open.Add('}'); break;
            case '(': _open.Add(')'); break;
            case '[': _open.Add(']'); break;
            case '}' or ')' or ']':
                if (_open.Count == 0) return Fail($"unexpected '{c}'", _line, _position);
                var expected = _open[^1];
                _open.RemoveAt(_open.Count - 1);
                if (expected != c) return Fail($"unexpected '{c}', expected '{expected}'", _line, _position);
                break;
        }
        return true;
    }

    /// <summary>Adds the error as a token, with the rest of the tag skipped so that a later tag can still be read.</summary>
    private bool Fail(string message, int line, int at)
    {
        _tokens.Add(new Token(TokenKind.Error, line, at, at + 1, message));
        return false;
    }

    private int SkipSpace(int i)
    {
        while (i < _end && PythonCharacters.IsSpace(_source[i])) i++;
        return i;
    }

    private static bool IsNewline(char c) => c is '\n' or '\r';

    private void CountLines(int from, int to)
    {
        var span = _source.AsSpan(from, to - from);
        while (true)
        {
            var i = span.IndexOfAny('\n', '\r');
            if (i < 0) return;
            _line++;
            if (span[i] == '\r' && i + 1 < span.Length && span[i + 1] == '\n') i++;
            span = span[(i + 1)..];
        }
    }
}
