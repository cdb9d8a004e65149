using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>(a, b)</c>, as a value or as a target.</summary>
internal sealed class TupleExpression(Expression[] items) : Expression
{
    public Expression[] Items => items;

    public override string Kind => "tuple";

    public override bool CanAssign => items.All(i => i.CanAssign);

    public override void VisitChildren(INodeVisitor visitor)
    {
        foreach (var item in items) visitor.Visit(item);
    }

    public override Value Evaluate(RenderContext context)
    {
        context.AllocateItems(items.Length);
        var values = new Value[items.Length];
        for (var i = 0; i < items.Length; i++) values[i] = items[i].Evaluate(context);
        return Value.Tuple(values);
    }

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        for (var i = 0; i < items.Length; i++) items[i] = items[i].Bind(binder, frame);
        return this;
    }

    public override bool TryConstant(out Value value)
    {
        var values = new Value[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].TryConstant(out values[i])) continue;
            value = default;
            return false;
        }
        value = Value.Tuple(values);
        return true;
    }
}
