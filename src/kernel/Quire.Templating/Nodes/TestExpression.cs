using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>x is name(args)</c>.</summary>
internal sealed class TestExpression(Expression operand, string name, ArgumentList arguments) : Expression
{
    private Expression _operand = operand;
    private Definition? _definition;

    public string Name => name;

    public Expression Operand => _operand;

    public override string Kind => "test";

    public override void VisitChildren(INodeVisitor visitor)
    {
        visitor.Visit(_operand);
        arguments.VisitChildren(visitor);
    }

    public override Value Evaluate(RenderContext context)
    {
        var value = _operand.Evaluate(context);
        if (arguments.IsPlain)
        {
            var buffer = new ValueBuffer();
            var values = arguments.Fill(context, buffer);
            return Finish(context, value, new Arguments(values, [], []));
        }
        var (positional, names, named) = arguments.Evaluate(context);
        return Finish(context, value, new Arguments(positional, names, named));
    }

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        _definition = binder.FindTest(this, frame);
        _operand = _operand.Bind(binder, frame);
        arguments.Bind(binder, frame);
        return this;
    }

    private Value Finish(RenderContext context, in Value value, in Arguments values)
    {
        context.Step();
        context.Inner = Position;
        if (_definition is null) throw Errors.Runtime($"No test named '{name}' found.", Tests.TestTable.Suggest(name));
        return _definition.Invoke(context, value, values);
    }
}
