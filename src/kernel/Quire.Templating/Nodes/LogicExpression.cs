using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>a and b and c</c> or <c>a or b or c</c>: gives the operand that decided. Flat, like <see cref="ChainExpression"/>.</summary>
internal sealed class LogicExpression(Expression[] operands, bool isAnd) : Expression
{
    public override string Kind => isAnd ? "and" : "or";

    public override void VisitChildren(INodeVisitor visitor)
    {
        foreach (var operand in operands) visitor.Visit(operand);
    }

    public override Value Evaluate(RenderContext context)
    {
        for (var i = 0; i < operands.Length - 1; i++)
        {
            var value = operands[i].Evaluate(context);
            if (Truth.IsTrue(value) != isAnd) return value;
        }
        return operands[^1].Evaluate(context);
    }

    public override bool Test(RenderContext context)
    {
        foreach (var operand in operands)
            if (operand.Test(context) != isAnd) return !isAnd;
        return isAnd;
    }

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        for (var i = 0; i < operands.Length; i++)
        {
            // What stands behind a constant that decides is never looked at, so it may name filters that do not exist.
            if (operands[i].TryConstant(out var constant) && Truth.IsTrue(constant) != isAnd && operands[..i].All(o => o.TryConstant(out _)))
                return new ConstantExpression(constant) { Line = Line, Position = Position };
            operands[i] = operands[i].Bind(binder, frame);
        }
        return this;
    }

    public override bool TryConstant(out Value value)
    {
        value = default;
        foreach (var operand in operands)
        {
            if (!operand.TryConstant(out value)) return false;
            if (Truth.IsTrue(value) != isAnd) return true;
        }
        return true;
    }
}
