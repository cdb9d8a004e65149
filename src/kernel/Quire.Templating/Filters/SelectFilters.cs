using Quire.Templating.Execution;
using Quire.Templating.Tests;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary><c>select</c>, <c>reject</c>, <c>selectattr</c>, <c>rejectattr</c>.</summary>
internal static class SelectFilters
{
    public static readonly Definition[] All =
    [
        new("select", static (c, in v, in a) => Make(v, a, keeps: true, byAttribute: false)),
        new("reject", static (c, in v, in a) => Make(v, a, keeps: false, byAttribute: false)),
        new("selectattr", static (c, in v, in a) => Make(v, a, keeps: true, byAttribute: true)),
        new("rejectattr", static (c, in v, in a) => Make(v, a, keeps: false, byAttribute: true)),
    ];

    private static Value Make(in Value source, in Arguments a, bool keeps, bool byAttribute) =>
        Value.Of(new SelectIterator(source, a.Positional.ToArray(), a.Names.ToArray(), a.Named.ToArray(), keeps, byAttribute));

    /// <summary>Finds its test when the first item is asked for, as a generator does.</summary>
    private sealed class SelectIterator(Value source, Value[] arguments, string[] names, Value[] named, bool keeps, bool byAttribute) : ValueIterator
    {
        private ValueIterator? _iterator;
        private AttributePath? _path;
        private Definition? _test;
        private bool _isEmpty;

        public override bool MoveNext(RenderContext context, out Value value)
        {
            value = default;
            if (_iterator is null) Prepare(context);
            if (_isEmpty) return false;
            while (Draw(context, _iterator!, out value))
            {
                context.Step();
                if (Passes(context, value) == keeps) return true;
            }
            return false;
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
            if (byAttribute)
            {
                if (arguments.Length == 0) throw Errors.Runtime("Missing parameter for attribute name");
                _path = AttributePath.Of(arguments[0]);
            }
            var offset = byAttribute ? 1 : 0;
            if (arguments.Length > offset)
            {
                var name = arguments[offset];
                _test = (name.IsText ? TestTable.Find(name.Text) : null)
                    ?? throw Errors.NoTest(context, name, name.IsText ? TestTable.Suggest(name.Text) : null);
            }
            _iterator = Iteration.Of(context, source);
        }

        private bool Passes(RenderContext context, in Value item)
        {
            var value = _path is null ? item : _path.Get(context, item);
            if (_test is null) return Truth.IsTrue(value);
            var offset = byAttribute ? 2 : 1;
            return Truth.IsTrue(_test.Invoke(context, value, new Arguments(arguments.AsSpan(offset), names, named)));
        }
    }
}
