using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>Counts what a render holds alive: everything reachable from its frames and scopes, shared parts once.</summary>
internal static class MemoryCount
{
    private const int PerValue = 24;
    private const int PerObject = 32;

    public static long Alive(RenderContext context)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Value>();
        long bytes = context.Output.Length * 2L;
        for (var frame = context.Frame; frame is not null; frame = frame.Parent)
        {
            bytes += frame.Slots.Length * PerValue;
            foreach (var value in frame.Slots) open.Push(value);
        }
        for (var scope = context.Scope; scope is not null; scope = scope.Caller)
            foreach (var value in scope.OwnValues()) open.Push(value);
        foreach (var items in context.Building)
        {
            bytes += items.Count * (long)PerValue;
            foreach (var value in items) open.Push(value);
        }
        while (open.TryPop(out var value))
            if (value.Ref is not null && seen.Add(value.Ref)) bytes += Count(value, open);
        return bytes;
    }

    private static long Count(in Value value, Stack<Value> open)
    {
        switch (value.Tag)
        {
            case Tag.String or Tag.Markup: return value.Text.Length * 2L + PerObject;
            case Tag.List or Tag.Tuple:
                foreach (ref readonly var item in value.Items.Span) open.Push(item);
                return value.Items.Count * (long)PerValue + PerObject;
            case Tag.Map:
                for (var i = 0; i < value.Entries.Count; i++)
                {
                    open.Push(value.Entries.KeyAt(i));
                    open.Push(value.Entries.ValueAt(i));
                }
                return value.Entries.Count * (long)PerValue * 2 + PerObject;
            case Tag.Object:
                foreach (var held in value.Object.Held()) open.Push(held);
                return PerObject * 2;
            default: return PerObject;
        }
    }
}
