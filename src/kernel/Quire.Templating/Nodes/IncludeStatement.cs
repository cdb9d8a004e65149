using Quire.Templating.Binding;
using Quire.Templating.Execution;

namespace Quire.Templating.Nodes;

/// <summary><c>{% include name ignore missing without context %}</c>.</summary>
internal sealed class IncludeStatement(Expression name, bool ignoresMissing, bool withContext) : Statement
{
    private Expression _name = name;
    private LocalNames? _locals;

    public Expression Name => _name;

    public override void VisitChildren(INodeVisitor visitor) => visitor.Visit(_name);

    public override Flow Run(RenderContext context)
    {
        context.Place = Place;
        var template = Find(context);
        if (template is null) return Flow.Normal;
        if (withContext)
        {
            var scope = new TemplateScope(template, context.Scope, context.Scope);
            _locals!.Copy(context, scope);
            TemplateLoading.Include(context, template, scope);
        }
        else
        {
            context.WriteText(TemplateLoading.DefaultModule(context, template).Text);
        }
        context.Provenance?.Cover(context.Output.Length, context.SourceId, context.MergePoint, null);
        return Flow.Normal;
    }

    public override void Collect(SymbolCollector symbols) => symbols.Visit(_name);

    public override void Bind(Binder binder, BindFrame frame)
    {
        SetPlace(binder.Note(Line));
        _name = _name.Bind(binder, frame);
        if (withContext) _locals = LocalNames.Of(frame);
    }

    private Template? Find(RenderContext context)
    {
        try
        {
            return TemplateLoading.LoadAny(context, _name.Evaluate(context));
        }
        catch (TemplateException e) when (ignoresMissing && e.IsMissingTemplate)
        {
            return null;
        }
    }
}
