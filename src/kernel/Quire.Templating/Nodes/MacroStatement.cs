using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>{% macro name(a, b=1) %}…{% endmacro %}</c>.</summary>
internal sealed class MacroStatement(string name, MacroBody body) : Statement
{
    private SlotReference? _slot;
    private bool _exports;

    public string Name => name;

    public override void VisitChildren(INodeVisitor visitor) => body.VisitChildren(visitor);

    public override Flow Run(RenderContext context)
    {
        var macro = Value.Of(new MacroObject(name, body, context));
        context.Slots[_slot!.Index] = macro;
        if (!_exports) return Flow.Normal;
        context.Scope.Set(name, macro);
        if (!name.StartsWith('_')) context.Scope.Export(name);
        return Flow.Normal;
    }

    public override void Collect(SymbolCollector symbols) => symbols.Store(name);

    public override void Bind(Binder binder, BindFrame frame)
    {
        body.Bind(binder, frame, this);
        _slot = frame.Symbols.Find(name)!;
        _exports = frame.IsTopLevel;
        if (_exports) binder.Parameters.Own(name);
    }
}
