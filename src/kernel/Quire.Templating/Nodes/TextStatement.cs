using Quire.Templating.Binding;
using Quire.Templating.Execution;

namespace Quire.Templating.Nodes;

/// <summary>Text of the template, printed as it is.</summary>
internal sealed class TextStatement(string text) : Statement
{
    private bool _checks;
    private bool _isDropped;

    public string Text => text;

    public override Flow Run(RenderContext context)
    {
        if (_isDropped || (_checks && context.Scope.Parent is not null)) return Flow.Normal;
        context.WriteText(text);
        context.Provenance?.Cover(context.Output.Length, context.SourceId, context.MergePoint, null);
        return Flow.Normal;
    }

    public override void Collect(SymbolCollector symbols)
    {
    }

    public override void Bind(Binder binder, BindFrame frame)
    {
        _checks = frame.ChecksOutput;
        _isDropped = _checks && binder.HasKnownExtends;
    }
}
