using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Methods;

/// <summary>Methods of maps. Those that change the map only touch maps that belong to the render.</summary>
internal static class MapMethods
{
    public static readonly Definition[] All =
    [
        new("get", ["key", "default?"], static (_, in v, in a) => v.Entries.TryGet(Hashing.Require(a[0]), out var found) ? found : a.Or(1, Value.None)) { PositionalOnly = true },
        new("keys", [], static (_, in v, in _) => Value.Of(new MapView(v.Entries, MapViewKind.Keys))) { PositionalOnly = true },
        new("values", [], static (_, in v, in _) => Value.Of(new MapView(v.Entries, MapViewKind.Values))) { PositionalOnly = true },
        new("items", [], static (_, in v, in _) => Value.Of(new MapView(v.Entries, MapViewKind.Items))) { PositionalOnly = true },
        new("copy", [], static (c, in v, in _) => Copy(c, v)) { PositionalOnly = true },
        new("update", static (c, in v, in a) => Update(c, v, a)),
        new("pop", ["key", "default?"], Pop) { PositionalOnly = true },
        new("popitem", [], static (_, in v, in _) => PopItem(v)) { PositionalOnly = true },
        new("setdefault", ["key", "default?"], SetDefault) { PositionalOnly = true },
        new("clear", [], static (_, in v, in _) =>
        {
            Own(v).Clear();
            return Value.None;
        })
        { PositionalOnly = true },
        new("fromkeys", ["iterable", "value?"], FromKeys) { PositionalOnly = true },
    ];

    private static MapObject Own(in Value self) => self.Entries.IsFrozen ? throw new InputMutationException() : self.Entries;

    private static Value Copy(RenderContext context, in Value self)
    {
        context.AllocateItems(self.Entries.Count * 2L);
        return Value.Of(self.Entries.Copy());
    }

    private static Value Update(RenderContext context, in Value self, in Arguments a)
    {
        if (a.Count > 1) throw Errors.Type($"update expected at most 1 argument, got {a.Count}");
        var map = Own(self);
        if (a.Count == 1) Fill(context, map, a[0]);
        for (var i = 0; i < a.Names.Length; i++)
        {
            context.Allocate(48);
            map.Set(a.Names[i], a.Named[i]);
        }
        return Value.None;
    }

    /// <summary>Takes over the entries of a map, or the pairs of anything else.</summary>
    public static void Fill(RenderContext context, MapObject target, in Value source)
    {
        if (source.Tag == Tag.Map)
        {
            context.AllocateItems(source.Entries.Count * 2L);
            for (var i = 0; i < source.Entries.Count; i++) target.Set(source.Entries.KeyAt(i), source.Entries.ValueAt(i));
            return;
        }
        var iterator = Iteration.Of(context, source);
        for (var i = 0; iterator.MoveNext(context, out var pair); i++)
        {
            context.Step();
            context.Allocate(48);
            if (Iteration.TryOf(context, pair) is null) throw Errors.Type($"cannot convert dictionary update sequence element #{i} to a sequence");
            var parts = Iteration.ToArray(context, pair);
            if (parts.Length != 2) throw Errors.Value($"dictionary update sequence element #{i} has length {parts.Length}; 2 is required");
            target.Set(Hashing.Require(parts[0]), parts[1]);
        }
    }

    private static Value Pop(RenderContext context, in Value self, in Arguments a)
    {
        var map = Own(self);
        var position = map.Find(Hashing.Require(a[0]));
        if (position < 0) return a.Has(1) ? a[1] : throw Errors.Index("KeyError: the key is not there");
        var value = map.ValueAt(position);
        context.Spend((map.Count - position) >> 4);
        map.RemoveAt(position);
        return value;
    }

    private static Value PopItem(in Value self)
    {
        var map = Own(self);
        if (map.Count == 0) throw Errors.Index("popitem(): dictionary is empty");
        var last = map.Count - 1;
        var pair = Value.Tuple(map.KeyAt(last), map.ValueAt(last));
        map.RemoveAt(last);
        return pair;
    }

    private static Value SetDefault(RenderContext context, in Value self, in Arguments a)
    {
        if (self.Entries.TryGet(Hashing.Require(a[0]), out var known)) return known;
        context.Allocate(48);
        var value = a.Or(1, Value.None);
        Own(self).Set(a[0], value);
        return value;
    }

    private static Value FromKeys(RenderContext context, in Value self, in Arguments a)
    {
        var map = new MapObject(4);
        var iterator = Iteration.Of(context, a[0]);
        while (iterator.MoveNext(context, out var key))
        {
            context.Step();
            context.Allocate(48);
            map.Set(Hashing.Require(key), a.Or(1, Value.None));
        }
        return Value.Of(map);
    }
}
