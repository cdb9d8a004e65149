using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>A set, in order of insertion. Templates can only get one from the difference of two views.</summary>
internal sealed class SetObject(MapObject items) : ValueObject
{
    public override string TypeName => "set";

    public override long Length => items.Count;

    public override bool IsHashable => false;

    public override bool? Contains(RenderContext context, in Value item) => items.Find(Hashing.Require(item)) >= 0;

    public override ValueIterator Iterate(RenderContext context) => new MapKeyIterator(items);

    public override void WriteRepr(OutputBuffer output, int depth)
    {
        output.Write(items.Count == 0 ? "set(" : "{");
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) output.Write(", ");
            PythonText.WriteRepr(output, items.KeyAt(i), depth + 1);
        }
        output.Write(items.Count == 0 ? ')' : '}');
    }

    public override IEnumerable<Value> Held() => [Value.Of(items)];
}
