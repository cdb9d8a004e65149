using Quire.Templating.Execution;
using Quire.Templating.Jinja;
using Quire.Templating.Methods;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>Filters on text.</summary>
internal static class LiquidTextFilters
{
    public static readonly LiquidFilter[] All =
    [
        Make("upcase", static t => PythonCase.Upper(t)),
        Make("downcase", static t => PythonCase.Lower(t)),
        Make("capitalize", static t => PythonCase.Capitalize(t)),
        Make("strip", static t => Trim(t, true, true)),
        Make("lstrip", static t => Trim(t, true, false)),
        Make("rstrip", static t => Trim(t, false, true)),
        Make("strip_newlines", static t => t.Replace("\r\n", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)),
        Make("newline_to_br", static t => t.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "<br />\n", StringComparison.Ordinal)),
        new("append", 1, 1, static (r, in v, in a) => Join(r, LiquidLogic.Text(r, v), LiquidLogic.Text(r, a[0]))),
        new("prepend", 1, 1, static (r, in v, in a) => Join(r, LiquidLogic.Text(r, a[0]), LiquidLogic.Text(r, v))),
        new("replace", 1, 2, static (r, in v, in a) => Replace(r, v, a, -1)),
        new("replace_first", 1, 2, static (r, in v, in a) => Replace(r, v, a, 1)),
        new("replace_last", 2, 2, static (r, in v, in a) => ReplaceLast(r, v, a[0], LiquidLogic.Text(r, a[1]))),
        new("remove", 1, 1, static (r, in v, in a) => Replace(r, v, a, -1)),
        new("remove_first", 1, 1, static (r, in v, in a) => Replace(r, v, a, 1)),
        new("remove_last", 1, 1, static (r, in v, in a) => ReplaceLast(r, v, a[0], "")),
        new("truncate", 0, 2, Truncate),
        new("truncatewords", 0, 2, TruncateWords),
        new("split", 1, 1, Split),
        new("slice", 1, 2, Slice),
    ];

    private static LiquidFilter Make(string name, Func<string, string> change) => new(name, 0, 0, (r, in v, in _) =>
    {
        var text = LiquidLogic.Text(r, v);
        r.Context.Allocate(text.Length * 4L);
        return Value.String(change(text));
    });

    private static string Trim(string text, bool start, bool end)
    {
        var (from, to) = (0, text.Length);
        while (start && from < to && PythonCharacters.IsSpace(text[from])) from++;
        while (end && to > from && PythonCharacters.IsSpace(text[to - 1])) to--;
        return text[from..to];
    }

    private static Value Join(LiquidRun run, string a, string b)
    {
        run.Context.Allocate((a.Length + b.Length) * 2L);
        return Value.String(a + b);
    }

    private static Value Replace(LiquidRun run, in Value value, in Arguments a, int limit)
    {
        var with = a.Count > 1 ? LiquidLogic.Text(run, a[1]) : "";
        return Value.String(StringSearchMethods.Replace(run.Context, LiquidLogic.Text(run, value), LiquidLogic.Text(run, a[0]), with, limit));
    }

    private static Value ReplaceLast(LiquidRun run, in Value value, in Value old, string with)
    {
        var text = LiquidLogic.Text(run, value);
        var pattern = LiquidLogic.Text(run, old);
        StringSearchMethods.SpendSearch(run.Context, text.Length, pattern.Length);
        var at = pattern.Length == 0 ? text.Length : text.LastIndexOf(pattern, StringComparison.Ordinal);
        if (at < 0) return Value.String(text);
        run.Context.Allocate((text.Length + with.Length) * 2L);
        return Value.String(string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + pattern.Length)));
    }

    private static Value Truncate(LiquidRun run, in Value value, in Arguments a)
    {
        if (LiquidLogic.IsNothing(value)) return Value.EmptyString;
        var length = a.Count > 0 ? LiquidLoopHead.Whole(a[0], "truncate") ?? throw Errors.Value("invalid integer") : 50;
        var end = a.Count > 1 ? LiquidLogic.Text(run, a[1]) : "...";
        var text = LiquidLogic.Text(run, value);
        if (CodePoints.Count(text) <= length) return Value.String(text);
        return Join(run, CodePoints.Prefix(text, (int)Math.Max(0, length - CodePoints.Count(end))), end);
    }

    private static Value TruncateWords(LiquidRun run, in Value value, in Arguments a)
    {
        if (LiquidLogic.IsNothing(value)) return Value.EmptyString;
        var count = Math.Max(1, a.Count > 0 ? LiquidLoopHead.Whole(a[0], "truncatewords") ?? throw Errors.Value("invalid integer") : 15);
        var end = a.Count > 1 ? LiquidLogic.Text(run, a[1]) : "...";
        var text = LiquidLogic.Text(run, value);
        run.Context.Allocate(text.Length * 2L);
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= count ? Value.String(text) : Join(run, string.Join(' ', words.Take((int)count)), end);
    }

    private static Value Split(LiquidRun run, in Value value, in Arguments a)
    {
        var text = LiquidLogic.Text(run, value);
        var separator = LiquidLogic.Text(run, a[0]);
        run.Context.AllocateItems(text.Length / Math.Max(1, separator.Length));
        run.Context.Allocate(text.Length * 2L);
        List<string> parts = separator switch
        {
            "" => Characters(text),
            " " => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)],
            _ => [.. text.Split(separator)],
        };
        while (parts.Count > 0 && parts[^1].Length == 0) parts.RemoveAt(parts.Count - 1);
        run.Context.Spend(parts.Count);
        return Value.List(parts.Select(Value.String));
    }

    private static List<string> Characters(string text)
    {
        var parts = new List<string>(text.Length);
        for (var i = 0; i < text.Length; i += CodePoints.Width(text, i)) parts.Add(CodePoints.At(text, i));
        return parts;
    }

    private static Value Slice(LiquidRun run, in Value value, in Arguments a)
    {
        var start = LiquidLoopHead.Whole(a[0], "slice") ?? throw Errors.Value("invalid integer");
        var length = a.Count > 1 ? LiquidLoopHead.Whole(a[1], "slice") ?? 1 : 1;
        if (a[0].Tag == Tag.Float || (a.Count > 1 && a[1].Tag == Tag.Float)) throw Errors.Value("invalid integer");
        var isList = value.IsSequence;
        var source = isList ? value : Value.String(LiquidLogic.Text(run, value));
        var size = LiquidLogic.Size(source);
        if (start < 0) start += size;
        if (start < 0 || start > size || length <= 0) return isList ? Value.EmptyList : Value.EmptyString;
        var stop = Math.Min(size, start + Math.Min(length, size));
        return Slicing.Slice(run.Context, source, Value.Number(start), Value.Number(stop), Value.None);
    }
}
