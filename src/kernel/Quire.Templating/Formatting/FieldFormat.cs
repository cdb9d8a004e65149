using System.Text;
using Quire.Templating.Execution;
using Quire.Templating.Filters;
using Quire.Templating.Values;

namespace Quire.Templating.Formatting;

/// <summary>Python's <c>format(value, spec)</c>.</summary>
internal static class FieldFormat
{
    public static string Format(RenderContext context, in Value value, string specText)
    {
        if (specText.Length == 0) return PythonText.Str(context, value);
        if (!value.IsText && !value.IsNumber) throw Errors.Type($"unsupported format string passed to {TypeNames.Of(value)}.__format__");
        var spec = FormatSpec.Parse(specText);
        context.Allocate((Math.Max(spec.Width, 0) + Math.Max(spec.Precision, 0)) * 4L);
        if (value.IsText) return OfText(value.Text, spec);
        return value.Tag == Tag.Float ? OfFloat(value.Double, spec) : OfInteger(value, spec);
    }

    public static string Pad(string body, in FormatSpec spec, char align)
    {
        var missing = spec.Width - CodePoints.Count(body);
        if (missing <= 0) return body;
        var left = align switch { '<' => 0, '^' => missing / 2, _ => missing };
        return $"{Repeat(spec.Fill, left)}{body}{Repeat(spec.Fill, missing - left)}";
    }

    private static string OfText(string text, in FormatSpec spec)
    {
        if (spec.Type is not ('\0' or 's')) throw Unknown(spec.Type, "str");
        if (spec.Sign != '\0') throw Errors.Value(spec.Sign == ' ' ? "Space not allowed in string format specifier" : "Sign not allowed in string format specifier");
        if (spec.NoNegativeZero) throw Errors.Value("Negative zero coercion (z) not allowed in string format specifier");
        if (spec.Alternate) throw Errors.Value("Alternate form (#) not allowed in string format specifier");
        if (spec.Grouping != '\0') throw Errors.Value($"Cannot specify '{spec.Grouping}' with 's'.");
        if (spec.Align == '=') throw Errors.Value("'=' alignment not allowed in string format specifier");
        if (spec.Precision >= 0) text = CodePoints.Prefix(text, spec.Precision);
        return Pad(text, spec, spec.Align == '\0' ? '<' : spec.Align);
    }

    private static string OfInteger(in Value value, in FormatSpec spec)
    {
        switch (spec.Type)
        {
            case 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%': return OfFloat(Numbers.ToDouble(value), spec);
            case 'c': return OfCharacter(value, spec);
            case '\0' or 'd' or 'n' or 'b' or 'o' or 'x' or 'X': break;
            default: throw Unknown(spec.Type, value.Tag == Tag.Bool ? "bool" : "int");
        }
        if (spec.Precision >= 0) throw Errors.Value("Precision not allowed in integer format specifier");
        if (spec.NoNegativeZero) throw Errors.Value("Negative zero coercion (z) not allowed in integer format specifier");
        if (spec.Grouping == ',' && spec.Type is not ('\0' or 'd')) throw Errors.Value($"Cannot specify ',' with '{spec.Type}'.");
        if (spec.Grouping == '_' && spec.Type == 'n') throw Errors.Value("Cannot specify '_' with 'n'.");
        var number = Numbers.ToBig(value);
        var digits = NumberText.Integer(System.Numerics.BigInteger.Abs(number), spec.Type, alternate: false);
        var prefix = spec.Alternate ? spec.Type switch { 'b' => "0b", 'o' => "0o", 'x' => "0x", 'X' => "0X", _ => "" } : "";
        return Assemble(number.Sign < 0, prefix, digits, "", spec, spec.Type is 'b' or 'o' or 'x' or 'X' ? 4 : 3);
    }

    private static string OfCharacter(in Value value, in FormatSpec spec)
    {
        if (spec.Sign != '\0') throw Errors.Value("Sign not allowed with integer format specifier 'c'");
        if (spec.Alternate) throw Errors.Value("Alternate form (#) not allowed with integer format specifier 'c'");
        if (spec.Precision >= 0) throw Errors.Value("Precision not allowed in integer format specifier");
        if (spec.Grouping != '\0') throw Errors.Value($"Cannot specify '{spec.Grouping}' with 'c'.");
        var code = Converting.Index(value);
        if (code is < 0 or > 0x10FFFF) throw Errors.Overflow("%c arg not in range(0x110000)");
        var text = code < 0x10000 ? ((char)code).ToString() : char.ConvertFromUtf32((int)code);
        return Pad(text, spec, spec.Align == '\0' ? '<' : spec.Align == '=' ? '>' : spec.Align);
    }

    private static string OfFloat(double value, in FormatSpec spec)
    {
        var type = spec.Type;
        if (type is not ('\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or 'n' or '%')) throw Unknown(type, "float");
        if (type == 'n' && spec.Grouping != '\0') throw Errors.Value($"Cannot specify '{spec.Grouping}' with 'n'.");
        if (type == '%') value *= 100;
        var magnitude = Math.Abs(value);
        var text = type switch
        {
            '%' => NumberText.Float(magnitude, 'f', spec.Precision, spec.Alternate) + "%",
            '\0' when spec.Precision < 0 => FloatText.Repr(magnitude),
            '\0' => NumberText.GeneralWithPoint(magnitude, spec.Precision),
            'n' => NumberText.Float(magnitude, 'g', spec.Precision, spec.Alternate),
            _ => NumberText.Float(magnitude, type, spec.Precision, spec.Alternate),
        };
        var negative = double.IsNegative(value) && !double.IsNaN(value);
        if (negative && spec.NoNegativeZero && !text.AsSpan().ContainsAnyInRange('1', '9') && double.IsFinite(value)) negative = false;
        var end = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return Assemble(negative, "", text[..end], text[end..], spec, 3);
    }

    private static string Assemble(bool negative, string prefix, string digits, string rest, in FormatSpec spec, int group)
    {
        var sign = negative ? "-" : spec.Sign is '+' or ' ' ? spec.Sign.ToString() : "";
        var align = spec.Align != '\0' ? spec.Align : spec.IsPadded ? '=' : '>';
        var head = sign + prefix;
        if (spec.Grouping != '\0')
        {
            var zeros = align == '=' && spec.Fill == "0" ? spec.Width - head.Length - rest.Length : 0;
            digits = Group(digits, spec.Grouping, group, zeros);
        }
        if (align != '=') return Pad(head + digits + rest, spec, align);
        var missing = spec.Width - head.Length - digits.Length - rest.Length;
        return missing <= 0 ? head + digits + rest : $"{head}{Repeat(spec.Fill, missing)}{digits}{rest}";
    }

    /// <summary>Separators between groups, with zeros in front (which are grouped too) up to a width.</summary>
    private static string Group(string digits, char separator, int size, int width)
    {
        var result = new StringBuilder();
        var count = 0;
        var i = digits.Length - 1;
        while (i >= 0 || result.Length < width)
        {
            if (count > 0 && count % size == 0) result.Insert(0, separator);
            result.Insert(0, i >= 0 ? digits[i--] : '0');
            count++;
        }
        return result.ToString();
    }

    private static string Repeat(string fill, int count) =>
        fill.Length == 1 ? new string(fill[0], count) : new StringBuilder(fill.Length * count).Insert(0, fill, count).ToString();

    private static TemplateException Unknown(char type, string name) => Errors.Value($"Unknown format code '{type}' for object of type '{name}'");
}
