using System.Globalization;
using System.Numerics;
using System.Text;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Formatting;

/// <summary>Python's <c>text % values</c>.</summary>
internal sealed class PercentFormat
{
    private readonly RenderContext _context;
    private readonly string _text;
    private readonly Value _values;
    private readonly bool _escapes;
    private readonly bool _isTuple;
    private readonly bool _isMap;
    private int _next;
    private int _position;

    private PercentFormat(RenderContext context, in Value pattern, in Value values)
    {
        _context = context;
        _text = pattern.Text;
        _values = values;
        _escapes = pattern.Tag == Tag.Markup;
        _isTuple = values.Tag == Tag.Tuple;
        _isMap = values.Tag is Tag.Map or Tag.List || values.Ref is RangeObject or BytesObject || values.IsUndefined;
    }

    public static Value Format(RenderContext context, in Value pattern, in Value values) =>
        Markups.Like(pattern, new PercentFormat(context, pattern, values).Run());

    public static string AsciiOnly(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var result = new StringBuilder(text.Length * 2);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii) result.Append((char)rune.Value);
            else result.Append(EscapeOf(rune.Value));
        }
        return result.ToString();
    }

    private static string EscapeOf(int code)
    {
        var (prefix, format) = code < 0x100 ? ("\\x", "x2") : code < 0x10000 ? ("\\u", "x4") : ("\\U", "x8");
        return prefix + code.ToString(format, CultureInfo.InvariantCulture);
    }

    private string Run()
    {
        var result = new StringBuilder(_text.Length + 16);
        while (_position < _text.Length)
        {
            var at = _text.IndexOf('%', _position);
            if (at < 0) break;
            result.Append(_text, _position, at - _position);
            _position = at + 1;
            var piece = Piece();
            _context.Allocate(piece.Length * 2L);
            _context.Step();
            result.Append(piece);
        }
        result.Append(_text, _position, _text.Length - _position);
        if (_isTuple ? _next < _values.Items.Count : _next == 0 && !_isMap) throw Errors.Type("not all arguments converted during string formatting");
        _context.Allocate(result.Length * 2L);
        return result.ToString();
    }

    private string Piece()
    {
        var key = Key();
        var flags = Flags();
        var width = Size(ref flags);
        var precision = -1;
        if (Peek() == '.')
        {
            _position++;
            var unused = flags;
            precision = Size(ref unused);
            if (precision < 0) precision = 0;
        }
        if (Peek() is 'h' or 'l' or 'L') _position++;
        if (_position >= _text.Length) throw Errors.Value("incomplete format");
        var type = _text[_position++];
        if (type == '%') return "%";
        _context.Allocate((Math.Max(width, 0) + Math.Max(precision, 0)) * 4L);
        var value = key is null ? NextValue() : Lookup(key);
        return Convert(value, type, flags, width, precision);
    }

    private char Peek() => _position < _text.Length ? _text[_position] : '\0';

    private string? Key()
    {
        if (Peek() != '(') return null;
        if (!_isMap) throw Errors.Type("format requires a mapping");
        var start = ++_position;
        for (var open = 1; open > 0; _position++)
        {
            if (_position >= _text.Length) throw Errors.Value("incomplete format key");
            if (_text[_position] == '(') open++;
            else if (_text[_position] == ')') open--;
        }
        return _text[start..(_position - 1)];
    }

    private Value Lookup(string key)
    {
        if (_values.IsUndefined) return UndefinedInfo.Mode(_values) == UndefinedMode.Chainable ? _values : throw UndefinedInfo.Fail(_values);
        if (_values.Tag != Tag.Map) throw Errors.Type("list indices must be integers or slices, not str");
        return _values.Entries.TryGet(key, out var value) ? value : throw Errors.NoKey(_context, key);
    }

    private PercentFlags Flags()
    {
        var flags = PercentFlags.None;
        while (true)
        {
            var flag = Peek() switch
            {
                '-' => PercentFlags.Left,
                '+' => PercentFlags.Plus,
                ' ' => PercentFlags.Space,
                '#' => PercentFlags.Alternate,
                '0' => PercentFlags.Zero,
                _ => PercentFlags.None,
            };
            if (flag == PercentFlags.None) return flags;
            flags |= flag;
            _position++;
        }
    }

    /// <summary>A width or precision: digits, or a star that takes the next value; -1 for none.</summary>
    private int Size(ref PercentFlags flags)
    {
        if (Peek() == '*')
        {
            _position++;
            var value = NextValue();
            if (value.Tag is not (Tag.Int or Tag.Bool)) throw Errors.Type("* wants int");
            if (Math.Abs(value.Bits) > FormatSpec.Most) throw Errors.Value("width too big");
            if (value.Bits >= 0) return (int)value.Bits;
            flags |= PercentFlags.Left;
            return (int)-value.Bits;
        }
        if (!char.IsAsciiDigit(Peek())) return -1;
        var size = 0L;
        while (char.IsAsciiDigit(Peek()))
        {
            size = size * 10 + (_text[_position++] - '0');
            if (size > FormatSpec.Most) throw Errors.Value("width too big");
        }
        return (int)size;
    }

    private Value NextValue()
    {
        if (_isTuple)
        {
            if (_next < _values.Items.Count) return _values.Items[_next++];
        }
        else if (_next++ == 0) return _values;
        throw Errors.Type("not enough arguments for format string");
    }

    private string Convert(in Value value, char type, PercentFlags flags, int width, int precision)
    {
        switch (type)
        {
            case 's': return PadText(Escaped(value, PythonText.Str(_context, value)), flags, width, precision);
            case 'r': return PadText(Escaped(default, PythonText.Repr(_context, value)), flags, width, precision);
            case 'a': return PadText(Escaped(default, AsciiOnly(PythonText.Repr(_context, value))), flags, width, precision);
            case 'c': return PadText(Character(value), flags, width, -1);
            case 'd' or 'i' or 'u' or 'o' or 'x' or 'X': return Integer(value, type, flags, width, precision);
            case 'e' or 'E' or 'f' or 'F' or 'g' or 'G': return Float(value, type, flags, width, precision);
            default:
                throw Errors.Value($"unsupported format character '{type}' (0x{((int)type).ToString("x", CultureInfo.InvariantCulture)}) at index {_position - 1}");
        }
    }

    private string Escaped(in Value value, string text) => !_escapes || value.Tag == Tag.Markup ? text : Html.Escape(_context, text);

    private static string PadText(string text, PercentFlags flags, int width, int precision)
    {
        if (precision >= 0) text = CodePoints.Prefix(text, precision);
        var missing = width - CodePoints.Count(text);
        if (missing <= 0) return text;
        return flags.HasFlag(PercentFlags.Left) ? text + new string(' ', missing) : new string(' ', missing) + text;
    }

    private static string Character(in Value value)
    {
        if (value.IsText && CodePoints.Count(value.Text) == 1) return value.Text;
        if (value.Tag is not (Tag.Int or Tag.Bool)) throw Errors.Type("%c requires int or char");
        if (value.Bits is < 0 or > 0x10FFFF) throw Errors.Overflow("%c arg not in range(0x110000)");
        return value.Bits < 0x10000 ? ((char)value.Bits).ToString() : char.ConvertFromUtf32((int)value.Bits);
    }

    private static string Integer(in Value value, char type, PercentFlags flags, int width, int precision)
    {
        if (value.IsUndefined) throw UndefinedInfo.Fail(value);
        var isDecimal = type is 'd' or 'i' or 'u';
        if (!value.IsNumber) throw Errors.Type(isDecimal ? $"%{type} format: a real number is required, not {TypeNames.Of(value)}" : $"%{type} format: an integer is required, not {TypeNames.Of(value)}");
        if (value.Tag == Tag.Float && !isDecimal) throw Errors.Type($"%{type} format: an integer is required, not float");
        var number = Numbers.ToBig(value.Tag == Tag.Float ? Numbers.Truncate(value.Double) : value);
        var digits = NumberText.Integer(BigInteger.Abs(number), isDecimal ? 'd' : type, alternate: false);
        if (precision > digits.Length) digits = new string('0', precision - digits.Length) + digits;
        var prefix = flags.HasFlag(PercentFlags.Alternate) ? type switch { 'o' => "0o", 'x' => "0x", 'X' => "0X", _ => "" } : "";
        return Assemble(number.Sign < 0, prefix, digits, flags, width);
    }

    private static string Float(in Value value, char type, PercentFlags flags, int width, int precision)
    {
        if (value.IsUndefined) throw UndefinedInfo.Fail(value);
        if (!value.IsNumber) throw Errors.Type($"must be real number, not {TypeNames.Of(value)}");
        var number = Numbers.ToDouble(value);
        var digits = NumberText.Float(Math.Abs(number), type, precision, flags.HasFlag(PercentFlags.Alternate));
        return Assemble(double.IsNegative(number) && !double.IsNaN(number), "", digits, flags, width);
    }

    private static string Assemble(bool negative, string prefix, string digits, PercentFlags flags, int width)
    {
        var sign = negative ? "-" : flags.HasFlag(PercentFlags.Plus) ? "+" : flags.HasFlag(PercentFlags.Space) ? " " : "";
        var missing = width - sign.Length - prefix.Length - digits.Length;
        if (missing <= 0) return sign + prefix + digits;
        if (flags.HasFlag(PercentFlags.Left)) return sign + prefix + digits + new string(' ', missing);
        return flags.HasFlag(PercentFlags.Zero) ? sign + prefix + new string('0', missing) + digits : new string(' ', missing) + sign + prefix + digits;
    }
}
