using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>[a, b]</c>: a new list each time, which the template may change.</summary>
internal sealed class ListExpression(Expression[] items) : Expression
{
    public Expression[] Items => items;

    public override string Kind => "list";

    public override void VisitChildren(INodeVisitor visitor)
    {
        foreach (var item in items) visitor.Visit(item);
    }

    public override Value Evaluate(RenderContext context)
    {
        context.AllocateItems(items.Length);
        var values = new Value[items.Length];
        for (var i = 0; i < items.Length; i++) values[i] = items[i].Evaluate(context);
        return Value.Of(new ListObject(values, values.Length));
    }

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        for (var i = 0; i < items.Length; i++) items[i] = items[i].Bind(binder, frame);
        return this;
    }
}
