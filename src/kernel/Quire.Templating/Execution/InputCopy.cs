using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>Copies a collection of the input, and what is in it, so that a template may change it. Shared parts stay shared.</summary>
internal static class InputCopy
{
    public static Value Of(RenderContext context, in Value value)
    {
        if (value.Tag == Tag.List && value.Items.IsFrozen) return Value.Of(Copy(context, value.Items));
        if (value.Tag == Tag.Map && value.Entries.IsFrozen) return Value.Of(Copy(context, value.Entries));
        return value;
    }

    private static ListObject Copy(RenderContext context, ListObject source)
    {
        if (context.InputCopies!.TryGetValue(source, out var known)) return (ListObject)known;
        context.AllocateItems(source.Count);
        var copy = new ListObject(source.Count);
        context.InputCopies.Add(source, copy);
        foreach (ref readonly var item in source.Span) copy.Add(Of(context, item));
        return copy;
    }

    private static MapObject Copy(RenderContext context, MapObject source)
    {
        if (context.InputCopies!.TryGetValue(source, out var known)) return (MapObject)known;
        context.AllocateItems(source.Count * 2L);
        var copy = new MapObject(source.Count);
        context.InputCopies.Add(source, copy);
        for (var i = 0; i < source.Count; i++) copy.Set(source.KeyAt(i), Of(context, source.ValueAt(i)));
        return copy;
    }
}
