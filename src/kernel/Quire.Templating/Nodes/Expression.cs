using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary>What has a value.</summary>
internal abstract class Expression : Node
{
    public abstract Value Evaluate(RenderContext context);

    /// <summary>Prints the value; nodes that can do so without making it first do.</summary>
    public virtual void Emit(RenderContext context) => context.Emit(Evaluate(context));

    /// <summary>Whether it is true; nodes that can tell without making a value do.</summary>
    public virtual bool Test(RenderContext context) => Truth.IsTrue(Evaluate(context));

    /// <summary>Tells which names it reads and writes, in the order of evaluation.</summary>
    public virtual void Collect(SymbolCollector symbols) => VisitChildren(symbols);

    /// <summary>Gives slots to names and definitions to filters; answers what to evaluate instead of this.</summary>
    public abstract Expression Bind(Binder binder, BindFrame frame);

    /// <summary>The constant it always gives; false where it is not constant.</summary>
    public virtual bool TryConstant(out Value value)
    {
        value = default;
        return false;
    }

    /// <summary>Whether it may stand to the left of <c>=</c>.</summary>
    public virtual bool CanAssign => false;

    /// <summary>The node's name in Jinja, for error texts.</summary>
    public virtual string Kind => GetType().Name.Replace("Expression", "", StringComparison.Ordinal).ToLowerInvariant();
}
