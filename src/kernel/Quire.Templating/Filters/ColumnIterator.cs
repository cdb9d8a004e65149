using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary>The columns of <c>slice</c>: as even as they go, the longer ones first.</summary>
internal sealed class ColumnIterator(Value source, Value slices, Value fill) : ValueIterator
{
    private Value[]? _items;
    private long _count;
    private long _column;
    private long _offset;

    public override bool MoveNext(RenderContext context, out Value value)
    {
        value = default;
        if (_items is null) Prepare(context);
        if (_column >= _count) return false;
        var size = _items!.Length / _count;
        var extra = _items.Length % _count;
        var start = _offset + _column * size;
        if (_column < extra) _offset++;
        var column = new ListObject((int)size + 2);
        context.AllocateItems(size + 2);
        foreach (var item in _items.AsSpan((int)start..(int)(_offset + (_column + 1) * size))) column.Add(item);
        if (fill.Tag != Tag.None && _column >= extra) column.Add(fill);
        _column++;
        context.Step();
        value = Value.Of(column);
        return true;
    }

    public override IEnumerable<Value> Held() => [source];

    private void Prepare(RenderContext context)
    {
        StackGuard.Check();
        _items = Iteration.ToArray(context, source);
        if (slices.Tag == Tag.Float) throw Errors.Type("'float' object cannot be interpreted as an integer");
        _count = Converting.Index(slices);
        if (_count == 0) throw Errors.ZeroDivision("integer division or modulo by zero");
    }
}
