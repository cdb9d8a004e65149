using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>Walks over values, as Python's <c>iter()</c>.</summary>
internal static class Iteration
{
    public static ValueIterator Of(RenderContext context, in Value value) =>
        TryOf(context, value) ?? throw Errors.Type($"'{TypeNames.Of(value)}' object is not iterable");

    /// <summary>Null where the value is not iterable.</summary>
    public static ValueIterator? TryOf(RenderContext context, in Value value)
    {
        switch (value.Tag)
        {
            case Tag.List or Tag.Tuple: return new ListIterator(value.Items);
            case Tag.Map: return new MapKeyIterator(value.Entries);
            case Tag.String or Tag.Markup: return new TextIterator(value.Text);
            case Tag.Object: return value.Object.Iterate(context);
            case Tag.Undefined:
                if (UndefinedInfo.Mode(value) == UndefinedMode.Strict) throw UndefinedInfo.Fail(value);
                return new ListIterator(Value.EmptyList.Items);
            default: return null;
        }
    }

    /// <summary>All items as an array, charged to the render.</summary>
    public static Value[] ToArray(RenderContext context, in Value value)
    {
        if (value.IsSequence)
        {
            context.AllocateItems(value.Items.Count);
            context.Spend(value.Items.Count);
            return value.Items.Span.ToArray();
        }
        var items = new List<Value>();
        context.Building.Add(items);
        var iterator = Of(context, value);
        while (iterator.MoveNext(context, out var item))
        {
            context.Step();
            if ((items.Count & 63) == 0) context.AllocateItems(64);
            items.Add(item);
        }
        context.Building.Remove(items);
        return [.. items];
    }

    public static Value ToList(RenderContext context, in Value value)
    {
        var items = ToArray(context, value);
        return Value.Of(new ListObject(items, items.Length));
    }

    /// <summary>Python's <c>len()</c>; -1 where there is none.</summary>
    public static long LengthOrMinusOne(in Value value)
    {
        switch (value.Tag)
        {
            case Tag.String or Tag.Markup: return CodePoints.Count(value.Text);
            case Tag.List or Tag.Tuple: return value.Items.Count;
            case Tag.Map: return value.Entries.Count;
            case Tag.Object: return value.Object.Length;
            case Tag.Undefined: return UndefinedInfo.Mode(value) == UndefinedMode.Strict ? throw UndefinedInfo.Fail(value) : 0;
            default: return -1;
        }
    }

    public static long Length(in Value value)
    {
        var length = LengthOrMinusOne(value);
        return length >= 0 ? length : throw Errors.Type($"object of type '{TypeNames.Of(value)}' has no len()");
    }
}
