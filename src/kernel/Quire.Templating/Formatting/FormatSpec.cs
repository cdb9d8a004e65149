using Quire.Templating.Execution;

namespace Quire.Templating.Formatting;

/// <summary>Python's format mini-language: <c>[[fill]align][sign][z][#][0][width][grouping][.precision][type]</c>.</summary>
internal readonly record struct FormatSpec
{
    /// <summary>The widest field and the longest fraction that are tried at all.</summary>
    public const int Most = 10_000_000;

    public string Fill { get; init; }

    /// <summary>One of <c>&lt; &gt; = ^</c>; NUL where not given.</summary>
    public char Align { get; init; }

    /// <summary>Whether a zero stands before the width: numbers without an alignment are then filled behind their sign.</summary>
    public bool IsPadded { get; init; }

    public char Sign { get; init; }

    public bool NoNegativeZero { get; init; }

    public bool Alternate { get; init; }

    public int Width { get; init; }

    public char Grouping { get; init; }

    /// <summary>-1 where not given.</summary>
    public int Precision { get; init; }

    /// <summary>NUL where not given.</summary>
    public char Type { get; init; }

    public static FormatSpec Parse(string text)
    {
        var i = 0;
        var (fill, align) = (" ", '\0');
        var first = text.Length > 0 ? Values.CodePoints.Width(text, 0) : 0;
        if (first > 0 && first < text.Length && IsAlign(text[first]))
        {
            (fill, align) = (text[..first], text[first]);
            i = first + 1;
        }
        else if (text.Length > 0 && IsAlign(text[0]))
        {
            align = text[0];
            i = 1;
        }
        var hasFill = i > 1;
        var sign = Take(text, ref i, "+- ");
        var noNegativeZero = Take(text, ref i, "z") != '\0';
        var alternate = Take(text, ref i, "#") != '\0';
        var isPadded = !hasFill && Take(text, ref i, "0") != '\0';
        if (isPadded) fill = "0";
        var width = Number(text, ref i);
        var grouping = Take(text, ref i, ",_");
        if (grouping != '\0' && Take(text, ref i, ",_") is not '\0' and var other) throw Errors.Value(other == grouping ? $"Cannot specify '{grouping}' with '{other}'." : "Cannot specify both ',' and '_'.");
        var precision = -1;
        if (i < text.Length && text[i] == '.')
        {
            i++;
            precision = Number(text, ref i);
            if (precision < 0) throw Errors.Value("Format specifier missing precision");
        }
        if (text.Length - i > 1) throw Errors.Value("Invalid format specifier");
        return new FormatSpec
        {
            Fill = fill,
            Align = align,
            IsPadded = isPadded,
            Sign = sign,
            NoNegativeZero = noNegativeZero,
            Alternate = alternate,
            Width = width,
            Grouping = grouping,
            Precision = precision,
            Type = i < text.Length ? text[i] : '\0',
        };
    }

    private static bool IsAlign(char c) => c is '<' or '>' or '=' or '^';

    private static char Take(string text, ref int i, string options) => i < text.Length && options.Contains(text[i]) ? text[i++] : '\0';

    private static int Number(string text, ref int i)
    {
        if (i >= text.Length || !char.IsAsciiDigit(text[i])) return -1;
        var number = 0L;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            number = number * 10 + (text[i++] - '0');
            if (number > Most) throw Errors.Value($"the format asks for more than {Most} characters");
        }
        return (int)number;
    }
}
