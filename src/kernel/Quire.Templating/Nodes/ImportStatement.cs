using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>{% import name as target %}</c>.</summary>
internal sealed class ImportStatement(Expression name, string target, bool withContext) : Statement
{
    private Expression _name = name;
    private LocalNames? _locals;
    private SlotReference? _slot;
    private bool _isTopLevel;

    public Expression Name => _name;

    public override void VisitChildren(INodeVisitor visitor) => visitor.Visit(_name);

    public override Flow Run(RenderContext context)
    {
        context.Place = Place;
        var module = Value.Of(TemplateLoading.Module(context, TemplateLoading.Load(context, _name.Evaluate(context)), _locals));
        context.Slots[_slot!.Index] = module;
        if (!_isTopLevel) return Flow.Normal;
        context.Scope.Set(target, module);
        if (!target.StartsWith('_')) context.Scope.Unexport(target);
        return Flow.Normal;
    }

    public override void Collect(SymbolCollector symbols)
    {
        symbols.Visit(_name);
        symbols.Store(target);
    }

    public override void Bind(Binder binder, BindFrame frame)
    {
        SetPlace(binder.Note(Line));
        _slot = frame.Symbols.Find(target)!;
        _isTopLevel = frame.IsTopLevel;
        if (_isTopLevel) binder.Parameters.Own(target);
        _name = _name.Bind(binder, frame);
        if (withContext) _locals = LocalNames.Of(frame);
    }
}
