using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>x[key]</c> and <c>x.0</c>.</summary>
internal sealed class ItemExpression(Expression owner, Expression key) : Expression
{
    private Expression _owner = owner;
    private Expression _key = key;

    public Expression Owner => _owner;

    public Expression Key => _key;

    public override string Kind => "getitem";

    public override void VisitChildren(INodeVisitor visitor)
    {
        visitor.Visit(_owner);
        visitor.Visit(_key);
    }

    public override Value Evaluate(RenderContext context)
    {
        var owner = _owner.Evaluate(context);
        var key = _key.Evaluate(context);
        context.Inner = Position;
        return Access.Item(context, owner, key);
    }

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        _owner = _owner.Bind(binder, frame);
        _key = _key.Bind(binder, frame);
        return this;
    }
}
