using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>Walks the code points of a text.</summary>
internal sealed class TextIterator(string text) : ValueIterator
{
    private int _next;

    public override string TypeName => "str_iterator";

    public override bool MoveNext(RenderContext context, out Value value)
    {
        if (_next >= text.Length)
        {
            value = default;
            return false;
        }
        var point = CodePoints.At(text, _next);
        _next += point.Length;
        value = Value.String(point);
        return true;
    }
}
