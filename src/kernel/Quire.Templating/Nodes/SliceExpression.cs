using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>x[a:b:c]</c>.</summary>
internal sealed class SliceExpression(Expression owner, Expression? start, Expression? stop, Expression? step) : Expression
{
    private Expression _owner = owner;
    private Expression? _start = start;
    private Expression? _stop = stop;
    private Expression? _step = step;
    private bool _isStatic;

    public override string Kind => "getitem";

    public override void VisitChildren(INodeVisitor visitor)
    {
        visitor.Visit(_owner);
        if (_start is not null) visitor.Visit(_start);
        if (_stop is not null) visitor.Visit(_stop);
        if (_step is not null) visitor.Visit(_step);
    }

    public override Value Evaluate(RenderContext context)
    {
        var owner = _owner.Evaluate(context);
        var start = _start is null ? Value.None : _start.Evaluate(context);
        var stop = _stop is null ? Value.None : _stop.Evaluate(context);
        var step = _step is null ? Value.None : _step.Evaluate(context);
        context.Inner = Position;
        return _isStatic && !(Slicing.HasSlices(owner) && Slicing.AreIndexes(start, stop, step))
            ? Access.Missing(context, owner, "slice")
            : Slicing.Slice(context, owner, start, stop, step);
    }

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        // What Jinja can reckon when it reads the template it takes by its own access, which gives undefined instead of an error.
        _isStatic = StaticProbe.IsStatic(this);
        _owner = _owner.Bind(binder, frame);
        _start = _start?.Bind(binder, frame);
        _stop = _stop?.Bind(binder, frame);
        _step = _step?.Bind(binder, frame);
        return this;
    }
}
