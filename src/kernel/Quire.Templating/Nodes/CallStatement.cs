using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>{% call(x) m(y) %}…{% endcall %}</c>: calls a macro and hands the body over as <c>caller</c>.</summary>
internal sealed class CallStatement(CallExpression call, MacroBody body) : Statement
{
    private CallExpression _call = call;
    private string? _variable;

    public override void VisitChildren(INodeVisitor visitor)
    {
        visitor.Visit(_call);
        body.VisitChildren(visitor);
    }

    public override Flow Run(RenderContext context)
    {
        context.Place = Place;
        var caller = Value.Of(new MacroObject(null, body, context));
        Capture.WriteText(context, _call.EvaluateWithCaller(context, caller));
        context.Provenance?.Cover(context.Output.Length, context.SourceId, context.MergePoint, _variable);
        return Flow.Normal;
    }

    public override void Collect(SymbolCollector symbols) => symbols.Visit(_call);

    public override void Bind(Binder binder, BindFrame frame)
    {
        _variable = RootNames.Of(_call);
        body.Bind(binder, frame, this);
        SetPlace(binder.Note(Line));
        _call = (CallExpression)_call.Bind(binder, frame);
    }
}
