namespace Quire.Templating.Values;

/// <summary>A walk over items that is used up as it goes, like Python's generators.</summary>
internal abstract class ValueIterator : ValueObject
{
    public override string TypeName => "generator";

    public abstract bool MoveNext(Execution.RenderContext context, out Value value);

    public override ValueIterator Iterate(Execution.RenderContext context) => this;
}
