using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>{'a': 1}</c>: a new map each time.</summary>
internal sealed class MapExpression(Expression[] keys, Expression[] values) : Expression
{
    public override string Kind => "dict";

    public override void VisitChildren(INodeVisitor visitor)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            visitor.Visit(keys[i]);
            visitor.Visit(values[i]);
        }
    }

    public override Value Evaluate(RenderContext context)
    {
        context.AllocateItems(keys.Length * 2L);
        var map = new MapObject(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            var key = keys[i].Evaluate(context);
            var value = values[i].Evaluate(context);
            map.Set(Hashing.Require(key), value);
        }
        return Value.Of(map);
    }

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = keys[i].Bind(binder, frame);
            values[i] = values[i].Bind(binder, frame);
        }
        return this;
    }
}
