using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>a if test else b</c>.</summary>
internal sealed class ConditionExpression(Expression test, Expression then, Expression? otherwise) : Expression
{
    private Expression _test = test;
    private Expression _then = then;
    private Expression? _otherwise = otherwise;
    private UndefinedInfo? _info;

    public Expression TestOf => _test;

    public override string Kind => "condexpr";

    public override void VisitChildren(INodeVisitor visitor)
    {
        visitor.Visit(_test);
        visitor.Visit(_then);
        if (_otherwise is not null) visitor.Visit(_otherwise);
    }

    public override Value Evaluate(RenderContext context)
    {
        if (_test.Test(context)) return _then.Evaluate(context);
        return _otherwise is not null ? _otherwise.Evaluate(context) : UndefinedInfo.Make(UndefinedMode.Default, _info!);
    }

    public override void Emit(RenderContext context)
    {
        if (_test.Test(context)) _then.Emit(context);
        else _otherwise?.Emit(context);
    }

    public override bool Test(RenderContext context) =>
        _test.Test(context) ? _then.Test(context) : _otherwise is not null && _otherwise.Test(context);

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        var soft = frame.Soft();
        _info = new UndefinedInfo(null, $"the inline if-expression on line {Line} evaluated to false and no else section was defined.");
        _then = _then.Bind(binder, soft);
        _test = _test.Bind(binder, soft);
        _otherwise = _otherwise?.Bind(binder, soft);
        return this;
    }
}
