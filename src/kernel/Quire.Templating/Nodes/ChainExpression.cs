using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary>
/// Arithmetic of one level of precedence, left to right: <c>a + b - c</c>. Flat, so that a chain of any length needs no depth.
/// </summary>
internal sealed class ChainExpression(Expression first, (Operator Operator, Expression Right)[] rest) : Expression
{
    private Expression _first = first;

    public override string Kind => rest[^1].Operator.ToString().ToLowerInvariant();

    public override void VisitChildren(INodeVisitor visitor)
    {
        visitor.Visit(_first);
        foreach (var (_, right) in rest) visitor.Visit(right);
    }

    public override Value Evaluate(RenderContext context)
    {
        var left = _first.Evaluate(context);
        foreach (var (op, operand) in rest)
        {
            var right = operand.Evaluate(context);
            if (op == Operator.Add && left.Tag == Tag.Int && right.Tag == Tag.Int)
            {
                var sum = unchecked(left.Bits + right.Bits);
                if (((left.Bits ^ sum) & (right.Bits ^ sum)) >= 0)
                {
                    left = Value.Number(sum);
                    continue;
                }
            }
            context.Inner = Position;
            left = Apply(context, op, left, right);
        }
        return left;
    }

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        _first = _first.Bind(binder, frame);
        for (var i = 0; i < rest.Length; i++) rest[i].Right = rest[i].Right.Bind(binder, frame);
        return this;
    }

    public static Value Apply(RenderContext context, Operator op, in Value left, in Value right) => op switch
    {
        Operator.Add => Arithmetic.Add(context, left, right),
        Operator.Sub => Arithmetic.Subtract(context, left, right),
        Operator.Mul => Arithmetic.Multiply(context, left, right),
        Operator.Div => Arithmetic.Divide(left, right),
        Operator.FloorDiv => Arithmetic.FloorDivide(left, right),
        Operator.Mod => Arithmetic.Modulo(context, left, right),
        _ => Arithmetic.Power(context, left, right),
    };
}
