using Quire.Templating.Binding;
using Quire.Templating.Execution;

namespace Quire.Templating.Nodes;

/// <summary><c>{{ x }}</c>.</summary>
internal sealed class EmitStatement(Expression expression) : Statement
{
    private Expression _expression = expression;
    private string? _variable;
    private bool _checks;
    private bool _isDropped;

    public Expression Expression => _expression;

    public override void VisitChildren(INodeVisitor visitor) => visitor.Visit(_expression);

    public override Flow Run(RenderContext context)
    {
        if (_isDropped || (_checks && context.Scope.Parent is not null)) return Flow.Normal;
        context.Place = Place;
        _expression.Emit(context);
        context.Provenance?.Cover(context.Output.Length, context.SourceId, context.MergePoint, _variable);
        return Flow.Normal;
    }

    public override void Collect(SymbolCollector symbols) => symbols.Visit(_expression);

    public override void Bind(Binder binder, BindFrame frame)
    {
        _checks = frame.ChecksOutput;
        _isDropped = _checks && binder.HasKnownExtends;
        if (_isDropped) return;
        _variable = RootNames.Of(_expression);
        var isConstant = _expression.TryConstant(out _);
        SetPlace(isConstant ? binder.Line : binder.Note(_expression.Line), _expression.Position);
        _expression = _expression.Bind(binder, frame);
    }
}
