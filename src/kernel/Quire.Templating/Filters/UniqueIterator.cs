using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary>Each item whose key was not seen before.</summary>
internal sealed class UniqueIterator(Value source, AttributePath path, bool ignoresCase) : ValueIterator
{
    private readonly MapObject _seen = new(4);
    private ValueIterator? _iterator;

    public override bool MoveNext(RenderContext context, out Value value)
    {
        _iterator ??= Iteration.Of(context, source);
        while (Draw(context, _iterator, out value))
        {
            context.Step();
            var key = path.Get(context, value);
            if (ignoresCase) key = AttributePath.IgnoreCase(key);
            if (_seen.Find(Hashing.Require(key)) >= 0) continue;
            context.Allocate(64);
            _seen.Set(key, Value.None);
            return true;
        }
        return false;
    }

    public override IEnumerable<Value> Held() => [source];
}
