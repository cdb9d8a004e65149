using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary><c>wordwrap</c>.</summary>
internal static class WrapFilters
{
    public static readonly Definition[] All = [new("wordwrap", ["width?", "break_long_words?", "wrapstring?", "break_on_hyphens?"], WordWrap)];

    private static Value WordWrap(RenderContext context, in Value self, in Arguments a)
    {
        if (!self.IsText) throw self.IsUndefined ? UndefinedInfo.Fail(self) : Errors.Type($"'{TypeNames.Of(self)}' object has no attribute 'splitlines'");
        var width = Converting.Length(a.Or(0, Value.Number(79)));
        var glueValue = a.Or(2, Value.None);
        var glue = glueValue.Tag == Tag.None ? "\n" : Converting.Text(glueValue, "wrapstring");
        var wrapper = new TextWrapper(context, width, a.Flag(context, 1, true), a.Flag(context, 3, true));
        var mark = context.Output.Length;
        var isFirstLine = true;
        foreach (var (start, length, _) in Lines.Split(self.Text))
        {
            if (!isFirstLine) context.Output.Write(glue);
            isFirstLine = false;
            var isFirst = true;
            foreach (var line in wrapper.Wrap(self.Text.Substring(start, length)))
            {
                context.Spend(1 + (glue.Length >> 6));
                if (!isFirst) context.Output.Write(glue);
                isFirst = false;
                context.Output.Write(line);
            }
        }
        return Value.String(context.Take(mark));
    }
}
