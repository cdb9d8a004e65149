using Quire.Templating.Execution;
using Quire.Templating.Filters;
using Quire.Templating.Values;

namespace Quire.Templating.Methods;

/// <summary><c>center</c>, <c>ljust</c>, <c>rjust</c>, <c>zfill</c>, <c>expandtabs</c>.</summary>
internal static class StringPadMethods
{
    public static readonly Definition[] All =
    [
        new("center", ["width", "fillchar?"], static (c, in v, in a) => Center(c, v, a[0], a.Or(1, Value.String(" ")))) { PositionalOnly = true },
        new("ljust", ["width", "fillchar?"], static (c, in v, in a) => Justify(c, v, a[0], a.Or(1, Value.String(" ")), left: true)) { PositionalOnly = true },
        new("rjust", ["width", "fillchar?"], static (c, in v, in a) => Justify(c, v, a[0], a.Or(1, Value.String(" ")), left: false)) { PositionalOnly = true },
        new("zfill", ["width"], static (c, in v, in a) => ZeroFill(c, v, a[0])) { PositionalOnly = true },
        new("expandtabs", ["tabsize?"], static (c, in v, in a) => ExpandTabs(c, v, a.Or(0, Value.Number(8)))),
    ];

    /// <summary>Where the padding is odd, Python puts the extra one left if the width is odd.</summary>
    public static Value Center(RenderContext context, in Value self, in Value width, in Value fill)
    {
        var total = Converting.Length(width);
        var padding = total - CodePoints.Count(self.Text);
        var left = padding / 2 + (padding & total & 1);
        return Pad(context, self, left, padding - left, fill);
    }

    private static Value Justify(RenderContext context, in Value self, in Value width, in Value fill, bool left)
    {
        var padding = Converting.Length(width) - CodePoints.Count(self.Text);
        return left ? Pad(context, self, 0, padding, fill) : Pad(context, self, padding, 0, fill);
    }

    private static Value Pad(RenderContext context, in Value self, int left, int right, in Value fill)
    {
        if (!fill.IsText) throw Errors.Type($"The fill character must be a unicode character, not {TypeNames.Of(fill)}");
        if (CodePoints.Count(fill.Text) != 1) throw Errors.Type("The fill character must be exactly one character long");
        if (left + right <= 0) return self;
        context.Allocate(((long)left + right) * fill.Text.Length * 2 + self.Text.Length * 2L);
        var mark = context.Output.Length;
        Repeat(context, fill.Text, left);
        context.Output.Write(self.Text);
        Repeat(context, fill.Text, right);
        return Markups.Like(self, context.Output.Take(mark));
    }

    private static void Repeat(RenderContext context, string fill, int count)
    {
        if (fill.Length == 1) context.Output.Fill(fill[0], count);
        else
            for (var i = 0; i < count; i++) context.Output.Write(fill);
    }

    private static Value ZeroFill(RenderContext context, in Value self, in Value width)
    {
        var padding = Converting.Length(width) - CodePoints.Count(self.Text);
        if (padding <= 0) return self;
        context.Allocate(padding * 2L + self.Text.Length * 2L);
        var sign = self.Text.Length > 0 && self.Text[0] is '+' or '-' ? 1 : 0;
        return Markups.Like(self, string.Concat(self.Text.AsSpan(0, sign), new string('0', padding), self.Text.AsSpan(sign)));
    }

    private static Value ExpandTabs(RenderContext context, in Value self, in Value size)
    {
        var stop = Converting.Length(size);
        var mark = context.Output.Length;
        var column = 0;
        foreach (var c in self.Text)
        {
            if (c == '\t')
            {
                if (stop <= 0) continue;
                var width = stop - column % stop;
                context.Spend(width >> 6);
                context.Output.Fill(' ', width);
                column += width;
            }
            else
            {
                context.Output.Write(c);
                column = c is '\n' or '\r' ? 0 : char.IsLowSurrogate(c) ? column : column + 1;
            }
        }
        return Markups.Like(self, context.Take(mark));
    }
}
