using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Methods;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>f(a, b=c)</c>. A method is called without making a value of it first.</summary>
internal sealed class CallExpression(Expression callee, ArgumentList arguments) : Expression
{
    private Expression _callee = callee;

    public Expression Callee => _callee;

    public ArgumentList Arguments => arguments;

    public override string Kind => "call";

    public override void VisitChildren(INodeVisitor visitor)
    {
        visitor.Visit(_callee);
        arguments.VisitChildren(visitor);
    }

    public override Value Evaluate(RenderContext context)
    {
        if (_callee is AttributeExpression attribute)
        {
            var owner = attribute.Owner.Evaluate(context);
            var method = MethodTable.Find(owner, attribute.Name);
            if (method is not null) return Invoke(context, owner, method);
            context.Inner = attribute.Position;
            return Invoke(context, Access.Attribute(context, owner, attribute.Name), null);
        }
        return Invoke(context, _callee.Evaluate(context), null);
    }

    /// <summary>Calls with <c>caller</c> handed over, for <c>{% call %}</c>.</summary>
    public Value EvaluateWithCaller(RenderContext context, in Value caller)
    {
        var callee = _callee.Evaluate(context);
        var (positional, names, named) = arguments.Evaluate(context, "caller", caller);
        context.Inner = Position;
        return Calls.Call(context, callee, new Arguments(positional, names, named));
    }

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        _callee = _callee.Bind(binder, frame);
        arguments.Bind(binder, frame);
        return this;
    }

    private Value Invoke(RenderContext context, in Value target, Definition? method)
    {
        if (arguments.IsPlain)
        {
            var buffer = new ValueBuffer();
            var values = arguments.Fill(context, buffer);
            return Finish(context, target, method, new Arguments(values, [], []));
        }
        var (positional, names, named) = arguments.Evaluate(context);
        return Finish(context, target, method, new Arguments(positional, names, named));
    }

    private Value Finish(RenderContext context, in Value target, Definition? method, in Arguments values)
    {
        context.Step();
        context.Inner = Position;
        return method is null ? Calls.Call(context, target, values) : method.Invoke(context, target, values);
    }
}
