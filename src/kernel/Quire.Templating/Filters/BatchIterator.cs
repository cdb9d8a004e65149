using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary>Rows of a given length, as they are asked for.</summary>
internal sealed class BatchIterator(Value source, Value size, Value fill) : ValueIterator
{
    private ValueIterator? _iterator;
    private Value _pending;
    private bool _isDone;

    public override bool MoveNext(RenderContext context, out Value value)
    {
        value = default;
        if (_isDone) return false;
        var row = new ListObject(4);
        if (!_pending.IsMissing) row.Add(_pending);
        _pending = default;
        _iterator ??= Iteration.Of(context, source);
        while (Draw(context, _iterator, out var item))
        {
            context.Step();
            if (size.IsNumber && Numbers.AreEqual(Value.Number(row.Count), size))
            {
                _pending = item;
                value = Value.Of(row);
                context.AllocateItems(row.Count);
                return true;
            }
            row.Add(item);
        }
        _isDone = true;
        if (row.Count == 0) return false;
        Fill(context, row);
        value = Value.Of(row);
        return true;
    }

    public override IEnumerable<Value> Held() => [source, fill];

    private void Fill(RenderContext context, ListObject row)
    {
        if (fill.Tag == Tag.None) return;
        if (!Comparison.Less(Value.Number(row.Count), size)) return;
        var missing = Converting.Length(size) - row.Count;
        context.AllocateItems(missing);
        context.Spend(missing);
        for (var i = 0; i < missing; i++) row.Add(fill);
    }
}
