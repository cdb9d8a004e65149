using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary>
/// <c>a ** b ** c</c>. Jinja reads it from the left but hands it to Python with a bracket around each pair, so it also reckons from the left,
/// unlike Python.
/// </summary>
internal sealed class PowerExpression(Expression first, Expression[] rest) : Expression
{
    private Expression _first = first;

    public override string Kind => "pow";

    public override void VisitChildren(INodeVisitor visitor)
    {
        visitor.Visit(_first);
        foreach (var right in rest) visitor.Visit(right);
    }

    public override Value Evaluate(RenderContext context)
    {
        var left = _first.Evaluate(context);
        foreach (var right in rest)
        {
            var exponent = right.Evaluate(context);
            context.Inner = Position;
            left = Arithmetic.Power(context, left, exponent);
        }
        return left;
    }

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        _first = _first.Bind(binder, frame);
        for (var i = 0; i < rest.Length; i++) rest[i] = rest[i].Bind(binder, frame);
        return this;
    }
}
