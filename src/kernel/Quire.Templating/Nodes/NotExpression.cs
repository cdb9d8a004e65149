using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>not x</c>.</summary>
internal sealed class NotExpression(Expression operand) : Expression
{
    private Expression _operand = operand;

    public override string Kind => "not";

    public override void VisitChildren(INodeVisitor visitor) => visitor.Visit(_operand);

    public override Value Evaluate(RenderContext context) => Value.Bool(!_operand.Test(context));

    public override bool Test(RenderContext context) => !_operand.Test(context);

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        _operand = _operand.Bind(binder, frame);
        return this;
    }

    public override bool TryConstant(out Value value)
    {
        if (!_operand.TryConstant(out value)) return false;
        value = Value.Bool(!Truth.IsTrue(value));
        return true;
    }
}
