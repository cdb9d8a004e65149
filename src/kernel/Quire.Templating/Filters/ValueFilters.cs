using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary><c>default</c>, <c>d</c>, <c>attr</c>, <c>random</c>.</summary>
internal static class ValueFilters
{
    public static readonly Definition[] All =
    [
        new("default", ["default_value?", "boolean?"], Default),
        new("d", ["default_value?", "boolean?"], Default),
        new("attr", ["name"], Attribute),
        new("random", [], static (c, in v, in _) => Random(c, v)),
    ];

    private static Value Default(RenderContext context, in Value value, in Arguments a) =>
        value.IsText && value.Text.Length > 0 ? value : value.IsUndefined || (a.Flag(context, 1, false) && !Truth.IsTrue(value)) ? a.Or(0, Value.EmptyString) : value;

    private static Value Attribute(RenderContext context, in Value value, in Arguments a)
    {
        var name = Converting.Text(a[0], "attribute name");
        if (value.Tag == Tag.Undefined && UndefinedInfo.Mode(value) == UndefinedMode.Chainable && !name.StartsWith("__", StringComparison.Ordinal)) return value;
        if (value.IsUndefined) return Access.Attribute(context, value, name);
        return Access.TryAttribute(context, value, name, out var found) ? found : Access.Missing(context, value, name);
    }

    private static Value Random(RenderContext context, in Value value)
    {
        var length = Iteration.Length(value);
        if (length == 0) return context.MakeUndefined(new UndefinedInfo(null, "No random item, sequence was empty."));
        context.Random ??= new Random(context.Request.Seed);
        return Access.Item(context, value, Value.Number(context.Random.NextInt64(length)));
    }
}
