using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>x|name(args)</c>. The definition is bound when the template is read.</summary>
internal sealed class FilterExpression(Expression? operand, string name, ArgumentList arguments) : Expression
{
    private Expression? _operand = operand;
    private Definition? _definition;
    private Value[]? _constants;

    public string Name => name;

    public Expression? Operand => _operand;

    public ArgumentList Arguments => arguments;

    public override string Kind => "filter";

    public override void VisitChildren(INodeVisitor visitor)
    {
        if (_operand is not null) visitor.Visit(_operand);
        arguments.VisitChildren(visitor);
    }

    public override Value Evaluate(RenderContext context) => Apply(context, _operand!.Evaluate(context));

    public override void Emit(RenderContext context)
    {
        var emit = _definition?.Emit;
        if (emit is null || context.AutoEscape || !arguments.IsPlain)
        {
            context.Emit(Evaluate(context));
            return;
        }
        var value = _operand!.Evaluate(context);
        if (_constants is not null)
        {
            context.Step();
            context.Inner = Position;
            emit(context, value, new Arguments(_constants, [], []));
            return;
        }
        var buffer = new ValueBuffer();
        var values = arguments.Fill(context, buffer);
        context.Step();
        context.Inner = Position;
        var parameters = _definition!.Parameters;
        if (parameters is not null && values.Length != parameters.Length)
        {
            var given = new Arguments(values, [], []);
            var room = new ValueBuffer();
            Span<Value> bound = room;
            bound = bound[..parameters.Length];
            _definition.Bind(given, bound);
            emit(context, value, new Arguments(bound, [], []));
            return;
        }
        emit(context, value, new Arguments(values, [], []));
    }

    /// <summary>Applies the filter to a value that is already there (a filter block, a captured text).</summary>
    public Value Apply(RenderContext context, in Value value)
    {
        if (_constants is not null)
        {
            context.Step();
            context.Inner = Position;
            return _definition!.Body(context, value, new Arguments(_constants, [], []));
        }
        if (arguments.IsPlain)
        {
            var buffer = new ValueBuffer();
            var values = arguments.Fill(context, buffer);
            return Finish(context, value, new Arguments(values, [], []));
        }
        var (positional, names, named) = arguments.Evaluate(context);
        return Finish(context, value, new Arguments(positional, names, named));
    }

    /// <summary>For a chain without an operand of its own (<c>{% filter a|b %}</c>): runs the inner filters first.</summary>
    public Value ApplyChain(RenderContext context, in Value value) =>
        Apply(context, _operand is FilterExpression inner ? inner.ApplyChain(context, value) : value);

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        _definition = binder.FindFilter(this, frame);
        _operand = _operand?.Bind(binder, frame);
        arguments.Bind(binder, frame);
        _constants = _definition is null ? null : arguments.Constants(_definition);
        return this;
    }

    private Value Finish(RenderContext context, in Value value, in Arguments values)
    {
        context.Step();
        context.Inner = Position;
        if (_definition is null) throw Errors.Runtime($"No filter named '{name}' found.", Filters.FilterTable.Suggest(name));
        return _definition.Invoke(context, value, values);
    }
}
