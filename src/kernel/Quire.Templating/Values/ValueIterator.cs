namespace Quire.Templating.Values;

/// <summary>A walk over items that is used up as it goes, like Python's generators.</summary>
internal abstract class ValueIterator : ValueObject
{
    public override string TypeName => "generator";

    public abstract bool MoveNext(Execution.RenderContext context, out Value value);

    /// <summary>The next item of the walk that this one draws from. Walks may draw from each other in a long row, so each draw looks at the stack.</summary>
    protected static bool Draw(Execution.RenderContext context, ValueIterator source, out Value value)
    {
        Execution.StackGuard.Check();
        return source.MoveNext(context, out value);
    }

    public override ValueIterator Iterate(Execution.RenderContext context) => this;
}
