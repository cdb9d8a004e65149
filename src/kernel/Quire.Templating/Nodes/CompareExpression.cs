using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>a &lt; b &lt;= c</c>, chained as in Python.</summary>
internal sealed class CompareExpression(Expression first, (CompareOperator Operator, Expression Right)[] rest) : Expression
{
    private Expression _first = first;

    public override string Kind => "compare";

    public override void VisitChildren(INodeVisitor visitor)
    {
        visitor.Visit(_first);
        foreach (var (_, right) in rest) visitor.Visit(right);
    }

    public override Value Evaluate(RenderContext context) => Value.Bool(Test(context));

    public override bool Test(RenderContext context)
    {
        var left = _first.Evaluate(context);
        foreach (var (op, operand) in rest)
        {
            var right = operand.Evaluate(context);
            if (left.Tag == Tag.Int && right.Tag == Tag.Int && op < CompareOperator.In)
            {
                if (!Holds(op, left.Bits, right.Bits)) return false;
                left = right;
                continue;
            }
            if (op == CompareOperator.Equal && left.Tag == Tag.String && right.Tag == Tag.String)
            {
                if (left.Text != right.Text) return false;
                left = right;
                continue;
            }
            context.Inner = Position;
            if (!Holds(context, op, left, right)) return false;
            left = right;
        }
        return true;
    }

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        _first = _first.Bind(binder, frame);
        for (var i = 0; i < rest.Length; i++) rest[i].Right = rest[i].Right.Bind(binder, frame);
        return this;
    }

    private static bool Holds(CompareOperator op, long left, long right) => op switch
    {
        CompareOperator.Equal => left == right,
        CompareOperator.NotEqual => left != right,
        CompareOperator.Less => left < right,
        CompareOperator.LessOrEqual => left <= right,
        CompareOperator.Greater => left > right,
        _ => left >= right,
    };

    private static bool Holds(RenderContext context, CompareOperator op, in Value left, in Value right) => op switch
    {
        CompareOperator.Equal => Comparison.Equal(left, right),
        CompareOperator.NotEqual => !Comparison.Equal(left, right),
        CompareOperator.Less => Comparison.Less(left, right),
        CompareOperator.LessOrEqual => Comparison.LessOrEqual(left, right),
        CompareOperator.Greater => Comparison.Greater(left, right),
        CompareOperator.GreaterOrEqual => Comparison.GreaterOrEqual(left, right),
        CompareOperator.In => Membership.Contains(context, right, left),
        _ => !Membership.Contains(context, right, left),
    };
}
