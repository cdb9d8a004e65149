using System.Globalization;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Formatting;

/// <summary>
/// Python's <c>str.format</c>, written anew so that fields go through the same sandboxed access as everything else.
/// </summary>
internal ref struct BraceFormat
{
    private readonly RenderContext _context;
    private readonly Arguments _arguments;
    private readonly Value _map;
    private readonly bool _escapes;
    private int _next;
    private bool _isManual;

    private BraceFormat(RenderContext context, in Arguments arguments, in Value map, bool escapes)
    {
        _context = context;
        _arguments = arguments;
        _map = map;
        _escapes = escapes;
    }

    public static Value Format(RenderContext context, in Value pattern, in Arguments arguments)
    {
        var format = new BraceFormat(context, arguments, default, pattern.Tag == Tag.Markup);
        return Markups.Like(pattern, format.Run(pattern.Text, 2));
    }

    public static Value FormatMap(RenderContext context, in Value pattern, in Value map)
    {
        var format = new BraceFormat(context, new Arguments([], [], []), map, pattern.Tag == Tag.Markup);
        return Markups.Like(pattern, format.Run(pattern.Text, 2));
    }

    private string Run(string text, int depth)
    {
        if (depth < 0) throw Errors.Value("Max string recursion exceeded");
        var result = new List<string>();
        var i = 0;
        while (i < text.Length)
        {
            var at = text.AsSpan(i).IndexOfAny('{', '}');
            if (at < 0) break;
            result.Add(text.Substring(i, at));
            i += at;
            var isDouble = i + 1 < text.Length && text[i + 1] == text[i];
            if (isDouble)
            {
                result.Add(CodePoints.Of(text[i]));
                i += 2;
                continue;
            }
            if (text[i] == '}') throw Errors.Value("Single '}' encountered in format string");
            _context.Step();
            result.Add(Field(text, ref i, depth));
        }
        result.Add(text[i..]);
        long length = 0;
        foreach (var part in result) length += part.Length;
        _context.Allocate(length * 2);
        return string.Concat(result);
    }

    private string Field(string text, ref int i, int depth)
    {
        var start = ++i;
        if (i >= text.Length) throw Errors.Value("Single '{' encountered in format string");
        var (open, brackets) = (1, false);
        var split = -1;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (split < 0 && c == '[') brackets = true;
            else if (split < 0 && brackets)
            {
                if (c == ']') brackets = false;
            }
            else if (c == '{') open++;
            else if (c == '}' && --open == 0) break;
            else if (split < 0 && c is '!' or ':') split = i;
        }
        if (i >= text.Length) throw Errors.Value("expected '}' before end of string");
        var body = text[start..i];
        i++;
        var name = split < 0 ? body : body[..(split - start)];
        var (conversion, spec) = Tail(split < 0 ? "" : body[(split - start)..]);
        if (name.Contains('{')) throw Errors.Value("unexpected '{' in field name");
        var value = Convert(Resolve(name), conversion);
        return Print(value, Run(spec, depth - 1));
    }

    private static (char Conversion, string Spec) Tail(string tail)
    {
        if (tail.Length == 0) return ('\0', "");
        if (tail[0] == ':') return ('\0', tail[1..]);
        if (tail.Length < 2) throw Errors.Value("end of string while looking for conversion specifier");
        if (tail.Length == 2) return (tail[1], "");
        if (tail[2] != ':') throw Errors.Value("expected ':' after conversion specifier");
        return (tail[1], tail[3..]);
    }

    private readonly Value Convert(in Value value, char conversion) => conversion switch
    {
        '\0' => value,
        's' => Value.String(PythonText.Str(_context, value)),
        'r' => Value.String(PythonText.Repr(_context, value)),
        'a' => Value.String(PercentFormat.AsciiOnly(PythonText.Repr(_context, value))),
        _ => throw Errors.Value($"Unknown conversion specifier '{conversion}'"),
    };

    private readonly string Print(in Value value, string spec)
    {
        if (!_escapes) return FieldFormat.Format(_context, value, spec);
        if (value.Tag == Tag.Markup && spec.Length == 0) return value.Text;
        return Html.Escape(_context, FieldFormat.Format(_context, value, spec));
    }

    private Value Resolve(string name)
    {
        if (name.Length == 0)
        {
            if (_isManual) throw Errors.Value("cannot switch from manual field specification to automatic field numbering");
            return Positional(_next++);
        }
        var end = name.AsSpan().IndexOfAny('.', '[');
        var first = end < 0 ? name : name[..end];
        var value = First(first, end < 0);
        return end < 0 ? value : Members(value, name, end);
    }

    private Value First(string name, bool isWhole)
    {
        if (name.Length > 0 && name.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            if (isWhole)
            {
                if (_next > 0) throw Errors.Value("cannot switch from automatic field numbering to manual field specification");
                _isManual = true;
            }
            return Positional(int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : throw Errors.Value("Too many decimal digits in format string"));
        }
        if (!_map.IsMissing)
        {
            if (Access.TryItem(_context, _map, Value.String(name), out var item)) return item;
            throw _map.IsUndefined ? UndefinedInfo.Fail(_map) : Errors.NoKey(_context, name);
        }
        return _arguments.TryNamed(name, out var value) ? value : throw Errors.NoKey(_context, name);
    }

    private readonly Value Positional(int index)
    {
        if (index < _arguments.Count) return _arguments[index];
        throw Errors.Index($"Replacement index {index} out of range for positional args tuple");
    }

    private readonly Value Members(Value value, string name, int i)
    {
        while (i < name.Length)
        {
            if (name[i] == '.')
            {
                var end = name.AsSpan(i + 1).IndexOfAny('.', '[');
                end = end < 0 ? name.Length : i + 1 + end;
                if (end == i + 1) throw Errors.Value("Empty attribute in format string");
                value = Access.Attribute(_context, value, name[(i + 1)..end]);
                i = end;
            }
            else if (name[i] == '[')
            {
                var end = name.IndexOf(']', i);
                if (end < 0) throw Errors.Value("Missing ']' in format string");
                var key = name[(i + 1)..end];
                if (key.Length == 0) throw Errors.Value("Empty attribute in format string");
                var isIndex = long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index);
                value = Access.Item(_context, value, isIndex ? Value.Number(index) : Value.String(key));
                i = end + 1;
            }
            else throw Errors.Value("Only '.' or '[' may follow ']' in format field specifier");
        }
        return value;
    }
}
