using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>-x</c> and <c>+x</c>.</summary>
internal sealed class UnaryExpression(Expression operand, bool negates) : Expression
{
    private Expression _operand = operand;

    public override string Kind => negates ? "neg" : "pos";

    public override void VisitChildren(INodeVisitor visitor) => visitor.Visit(_operand);

    public override Value Evaluate(RenderContext context)
    {
        var value = _operand.Evaluate(context);
        context.Inner = Position;
        return negates ? Arithmetic.Negate(value) : Arithmetic.Plus(value);
    }

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        _operand = _operand.Bind(binder, frame);
        return this;
    }

    public override bool TryConstant(out Value value)
    {
        if (!_operand.TryConstant(out value) || !value.IsNumber) return false;
        value = negates ? Arithmetic.Negate(value) : Arithmetic.Plus(value);
        return true;
    }
}
