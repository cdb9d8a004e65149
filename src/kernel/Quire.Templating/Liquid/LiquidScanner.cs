using System.Globalization;
using Quire.Templating.Diagnostics;
using Quire.Templating.Jinja;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>Reads the expressions of one tag.</summary>
internal sealed class LiquidScanner(string text, int line, int start, LiquidScope scope)
{
    private static readonly string[] Operators = ["==", "!=", "<>", "<=", ">=", "<", ">"];
    private int _position;
    private int _depth;

    public int Position => start + _position;

    public int Line => line;

    public bool IsAtEnd
    {
        get
        {
            SkipSpace();
            return _position >= text.Length;
        }
    }

    public string Rest => text[_position..];

    public ParseException Fail(string message, string code = Codes.Syntax, string? hint = null) => new(code, message, line, Math.Min(Position, start + text.Length), hint);

    public bool Skip(char c)
    {
        SkipSpace();
        if (_position >= text.Length || text[_position] != c) return false;
        _position++;
        return true;
    }

    public void Expect(char c)
    {
        if (!Skip(c)) throw Fail($"expected '{c}'{Found()}");
    }

    public void ExpectEnd()
    {
        if (!IsAtEnd) throw Fail($"unexpected text{Found()}");
    }

    public bool SkipWord(string word)
    {
        var saved = _position;
        if (TryWord() == word) return true;
        _position = saved;
        return false;
    }

    /// <summary>A name; null where none stands here.</summary>
    public string? TryWord()
    {
        SkipSpace();
        var from = _position;
        if (from >= text.Length || !(char.IsAsciiLetter(text[from]) || text[from] == '_' || (text[from] > 127 && char.IsLetter(text[from])))) return null;
        while (_position < text.Length && IsNamePart(text[_position])) _position++;
        if (_position < text.Length && text[_position] == '?') _position++;
        return text[from.._position];
    }

    /// <summary>The target of an assignment, which may also be digits.</summary>
    public string Target()
    {
        SkipSpace();
        var from = _position;
        if (from < text.Length && text[from] is '"' or '\'') return Quoted();
        while (_position < text.Length && IsNamePart(text[_position]) && (_position > from || text[_position] != '-')) _position++;
        if (_position == from || (_position < text.Length && text[_position] == '?')) throw Fail($"expected a name{Found()}");
        return text[from.._position];
    }

    public LiquidExpression Filtered()
    {
        var operand = Primary();
        var filters = new List<LiquidFilterCall>();
        while (Skip('|')) filters.Add(Filter());
        return filters.Count == 0 ? operand : new LiquidFiltered(operand, [.. filters]);
    }

    public LiquidCondition Condition(bool negates)
    {
        var comparisons = new List<LiquidComparison>();
        var joins = new List<bool>();
        while (true)
        {
            comparisons.Add(Comparison());
            if (SkipWord("and")) joins.Add(true);
            else if (SkipWord("or")) joins.Add(false);
            else break;
        }
        ExpectEnd();
        return new LiquidCondition([.. comparisons], [.. joins], negates);
    }

    public LiquidExpression Primary()
    {
        SkipSpace();
        if (_position >= text.Length) throw Fail("expected a value");
        if (++_depth > scope.MaxDepth) throw Fail($"the expression nests deeper than {scope.MaxDepth} levels", Codes.TooDeep);
        var c = text[_position];
        var result = c switch
        {
            '"' or '\'' => new LiquidLiteral(Value.String(Quoted())),
            '(' => Range(),
            '[' => Path(),
            _ when char.IsAsciiDigit(c) || (c == '-' && _position + 1 < text.Length && char.IsAsciiDigit(text[_position + 1])) => Number(),
            _ => Named(),
        };
        _depth--;
        return result;
    }

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' || (c > 127 && char.IsLetterOrDigit(c));

    private void SkipSpace()
    {
        while (_position < text.Length && PythonCharacters.IsSpace(text[_position])) _position++;
    }

    private string Found() => IsAtEnd ? "" : $", found '{(Rest.Length > 20 ? Rest[..20] : Rest)}'";

    private string Quoted()
    {
        var quote = text[_position];
        var end = text.IndexOf(quote, _position + 1);
        if (end < 0) throw Fail("a text is not closed", Codes.UnclosedTag);
        var value = text[(_position + 1)..end];
        _position = end + 1;
        return value;
    }

    private LiquidLiteral Number()
    {
        var from = _position++;
        while (_position < text.Length && char.IsAsciiDigit(text[_position])) _position++;
        var isFloat = _position + 1 < text.Length && text[_position] == '.' && char.IsAsciiDigit(text[_position + 1]);
        if (isFloat)
        {
            _position++;
            while (_position < text.Length && char.IsAsciiDigit(text[_position])) _position++;
        }
        var digits = text[from.._position];
        if (digits.Length > 300) throw Fail("a number is too long", Codes.BadLiteral);
        return new LiquidLiteral(isFloat ? Value.Number(double.Parse(digits, CultureInfo.InvariantCulture)) : Value.Number(System.Numerics.BigInteger.Parse(digits, CultureInfo.InvariantCulture)));
    }

    private LiquidRangeExpression Range()
    {
        Expect('(');
        var from = Primary();
        SkipSpace();
        if (string.CompareOrdinal(text, _position, "..", 0, 2) != 0) throw Fail($"expected '..'{Found()}");
        _position += 2;
        var to = Primary();
        Expect(')');
        return new LiquidRangeExpression(from, to);
    }

    private LiquidExpression Named()
    {
        var saved = _position;
        var name = TryWord() ?? throw Fail($"expected a value{Found()}");
        var isPlain = _position >= text.Length || text[_position] is not ('.' or '[') || IsRangeDots();
        if (isPlain)
        {
            switch (name)
            {
                case "true": return new LiquidLiteral(Value.True);
                case "false": return new LiquidLiteral(Value.False);
                case "nil" or "null": return new LiquidLiteral(Value.None);
                case "empty": return new LiquidLiteral(LiquidSpecial.Empty);
                case "blank": return new LiquidLiteral(LiquidSpecial.Blank);
            }
        }
        _position = saved;
        return Path();
    }

    private bool IsRangeDots() => _position + 1 < text.Length && text[_position] == '.' && text[_position + 1] == '.';

    private LiquidPath Path()
    {
        LiquidExpression root;
        var at = Position;
        if (Skip('[')) root = Bracket();
        else
        {
            var name = TryWord()!;
            root = new LiquidLiteral(Value.String(name));
            scope.Read(name, at);
        }
        var parts = new List<(string?, LiquidExpression?)>();
        while (true)
        {
            SkipSpace();
            if (_position >= text.Length || IsRangeDots()) break;
            if (parts.Count > 500) throw Fail("a path is too long", Codes.TooDeep);
            if (text[_position] == '[')
            {
                _position++;
                parts.Add((null, Bracket()));
            }
            else if (text[_position] == '.')
            {
                _position++;
                parts.Add((TryWord() ?? throw Fail($"expected a name behind the dot{Found()}"), null));
            }
            else break;
        }
        return new LiquidPath(root, [.. parts]);
    }

    private LiquidExpression Bracket()
    {
        var key = Primary();
        Expect(']');
        return key;
    }

    private LiquidFilterCall Filter()
    {
        SkipSpace();
        var at = _position;
        var name = TryWord() ?? throw Fail($"expected the name of a filter{Found()}");
        var filter = scope.FindFilter(name, this, start + at);
        var positional = new List<LiquidExpression>();
        var named = new List<(string, LiquidExpression)>();
        if (!Skip(':')) return new LiquidFilterCall(filter, [], []);
        do
        {
            var saved = _position;
            if (TryWord() is { } key && Skip(':')) named.Add((key, Primary()));
            else
            {
                _position = saved;
                positional.Add(Primary());
            }
        }
        while (Skip(',') && !IsAtEnd);
        return new LiquidFilterCall(filter, [.. positional], [.. named]);
    }

    private LiquidComparison Comparison()
    {
        var left = Primary();
        SkipSpace();
        foreach (var op in Operators)
        {
            if (string.CompareOrdinal(text, _position, op, 0, op.Length) != 0) continue;
            _position += op.Length;
            return new LiquidComparison(left, op, Primary());
        }
        return SkipWord("contains") ? new LiquidComparison(left, "contains", Primary()) : new LiquidComparison(left, null, null);
    }
}
