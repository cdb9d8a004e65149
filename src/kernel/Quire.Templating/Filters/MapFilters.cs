using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary><c>map</c>, <c>items</c>.</summary>
internal static class MapFilters
{
    public static readonly Definition[] All =
    [
        new("map", static (c, in v, in a) => Value.Of(new MapIterator(v, a.Positional.ToArray(), a.Names.ToArray(), a.Named.ToArray()))),
        new("items", [], static (c, in v, in _) => Items(v)),
    ];

    private static Value Items(in Value value) => Value.Of(new ItemsIterator(value));

    private sealed class ItemsIterator(Value source) : ValueIterator
    {
        private ValueIterator? _iterator;

        public override bool MoveNext(RenderContext context, out Value value)
        {
            value = default;
            if (source.IsUndefined) return false;
            if (source.Tag != Tag.Map) throw Errors.Type("Can only get item pairs from a mapping.");
            _iterator ??= new MapView(source.Entries, MapViewKind.Items).Iterate(context);
            return Draw(context, _iterator, out value);
        }
    }

    /// <summary>Finds its filter or attribute when the first item is asked for, as a generator does.</summary>
    private sealed class MapIterator(Value source, Value[] arguments, string[] names, Value[] named) : ValueIterator
    {
        private ValueIterator? _iterator;
        private AttributePath? _path;
        private Definition? _filter;
        private bool _isEmpty;

        public override bool MoveNext(RenderContext context, out Value value)
        {
            value = default;
            if (_iterator is null) Prepare(context);
            if (_isEmpty || !Draw(context, _iterator!, out var item)) return false;
            context.Step();
            value = _path is not null
                ? _path.Get(context, item)
                : _filter!.Invoke(context, item, new Arguments(arguments.AsSpan(1), names, named));
            return true;
        }

        public override IEnumerable<Value> Held() => [source];

        private void Prepare(RenderContext context)
        {
            _isEmpty = !Truth.IsTrue(source);
            if (_isEmpty)
            {
                _iterator = new ListIterator(Value.EmptyList.Items);
                return;
            }
            var attribute = Array.IndexOf(names, "attribute");
            if (arguments.Length == 0 && attribute >= 0)
            {
                var fallback = Array.IndexOf(names, "default");
                foreach (var name in names)
                    if (name is not ("attribute" or "default")) throw Errors.Runtime($"Unexpected keyword argument '{name}'");
                _path = AttributePath.Of(named[attribute], fallback >= 0 ? named[fallback] : default);
            }
            else if (arguments.Length == 0) throw Errors.Runtime("map requires a filter argument");
            else
            {
                _filter = (arguments[0].IsText ? FilterTable.Find(arguments[0].Text, context.Template.Options) : null)
                    ?? throw Errors.NoFilter(context, arguments[0], arguments[0].IsText ? FilterTable.Suggest(arguments[0].Text) : null);
            }
            _iterator = Iteration.Of(context, source);
        }
    }
}
