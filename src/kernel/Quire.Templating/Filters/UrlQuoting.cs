using System.Text;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary>Percent-encoding as <c>urllib.parse.quote</c> does it.</summary>
internal static class UrlQuoting
{
    public static string Encode(RenderContext context, in Value value)
    {
        if (value.IsText) return Quote(context, value.Text, isQuery: false);
        if (value.Tag != Tag.Map && Iteration.TryOf(context, value) is not { } items) return Quote(context, PythonText.Str(context, value), isQuery: false);
        var mark = context.Output.Length;
        var pairs = Iteration.Of(context, value.Tag == Tag.Map ? Value.Of(new MapView(value.Entries, MapViewKind.Items)) : value);
        var any = false;
        while (pairs.MoveNext(context, out var pair))
        {
            context.Step();
            var parts = Iteration.ToArray(context, pair);
            if (parts.Length != 2) throw Errors.Value(parts.Length < 2 ? $"not enough values to unpack (expected 2, got {parts.Length})" : "too many values to unpack (expected 2)");
            var text = $"{Quote(context, PythonText.Str(context, parts[0]), isQuery: true)}={Quote(context, PythonText.Str(context, parts[1]), isQuery: true)}";
            if (any) context.Output.Write('&');
            context.Output.Write(text);
            any = true;
        }
        return context.Take(mark);
    }

    private static string Quote(RenderContext context, string text, bool isQuery)
    {
        context.Allocate(text.Length * 6L);
        var result = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && IsSafe((char)rune.Value, isQuery)) result.Append((char)rune.Value);
            else if (isQuery && rune.Value == ' ') result.Append('+');
            else
            {
                var count = rune.EncodeToUtf8(bytes);
                foreach (var b in bytes[..count]) result.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }
        return result.ToString();
    }

    private static bool IsSafe(char c, bool isQuery) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' or '~' || (c == '/' && !isQuery);
}
