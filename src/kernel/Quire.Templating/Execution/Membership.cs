using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>Python's <c>in</c>.</summary>
internal static class Membership
{
    public static bool Contains(RenderContext context, in Value container, in Value item)
    {
        switch (container.Tag)
        {
            case Tag.String or Tag.Markup:
                if (!item.IsText) throw NotText(item);
                context.Spend(container.Text.Length >> 6);
                return container.Text.Contains(item.Text, StringComparison.Ordinal);
            case Tag.List or Tag.Tuple: return InList(context, container.Items, item);
            case Tag.Map: return container.Entries.Find(Hashing.Require(item)) >= 0;
            case Tag.Object: return container.Object.Contains(context, item) ?? Walk(context, container, item);
            case Tag.Undefined: return UndefinedInfo.Mode(container) == UndefinedMode.Strict ? throw UndefinedInfo.Fail(container) : false;
            default: throw Errors.Type($"argument of type '{TypeNames.Of(container)}' is not iterable");
        }
    }

    private static TemplateException NotText(in Value item) =>
        Errors.Type($"'in <string>' requires string as left operand, not {TypeNames.Of(item)}");

    private static bool InList(RenderContext context, ListObject list, in Value item)
    {
        for (var i = 0; i < list.Count; i++)
        {
            context.Step();
            if (IsSame(list[i], item)) return true;
        }
        return false;
    }

    private static bool Walk(RenderContext context, in Value container, in Value item)
    {
        var iterator = Iteration.TryOf(context, container) ?? throw Errors.Type($"argument of type '{TypeNames.Of(container)}' is not iterable");
        while (iterator.MoveNext(context, out var candidate))
        {
            context.Step();
            if (IsSame(candidate, item)) return true;
        }
        return false;
    }

    /// <summary>Python looks for the same object first, then for an equal one.</summary>
    private static bool IsSame(in Value a, in Value b) =>
        (a.Ref is not null && ReferenceEquals(a.Ref, b.Ref)) || Comparison.Equal(a, b);
}
