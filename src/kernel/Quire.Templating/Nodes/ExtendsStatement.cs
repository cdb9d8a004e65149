using Quire.Templating.Binding;
using Quire.Templating.Execution;

namespace Quire.Templating.Nodes;

/// <summary><c>{% extends name %}</c>.</summary>
internal sealed class ExtendsStatement(Expression name) : Statement
{
    private Expression _name = name;
    private bool _isSecond;
    private bool _alwaysFails;

    public Expression Name => _name;

    public override void VisitChildren(INodeVisitor visitor) => visitor.Visit(_name);

    public override Flow Run(RenderContext context)
    {
        if (_alwaysFails || (_isSecond && context.Scope.Parent is not null))
            throw Errors.Runtime("extended multiple times", "a template has one parent");
        context.Place = Place;
        var parent = TemplateLoading.Load(context, _name.Evaluate(context));
        context.Scope.Parent = parent;
        TemplateLoading.AddBlocks(context.Scope, parent);
        return Flow.Normal;
    }

    public override void Collect(SymbolCollector symbols) => symbols.Visit(_name);

    public override void Bind(Binder binder, BindFrame frame)
    {
        if (!frame.IsTopLevel) binder.Diagnostics.Error(Diagnostics.Codes.MisplacedTag, "cannot use extend from a non top-level scope", this);
        _isSecond = binder.ExtendsSoFar > 0;
        _alwaysFails = _isSecond && binder.HasKnownExtends;
        if (_alwaysFails) return;
        SetPlace(binder.Note(Line));
        _name = _name.Bind(binder, frame);
        if (frame.IsRoot) binder.HasKnownExtends = true;
        binder.ExtendsSoFar++;
    }
}
