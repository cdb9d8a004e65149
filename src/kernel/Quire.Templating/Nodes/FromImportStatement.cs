using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>{% from name import a, b as c %}</c>.</summary>
internal sealed class FromImportStatement(Expression name, (string Name, string Alias)[] names, bool withContext) : Statement
{
    private Expression _name = name;
    private LocalNames? _locals;
    private SlotReference[] _slots = [];
    private bool _isTopLevel;

    public Expression Name => _name;

    public override void VisitChildren(INodeVisitor visitor) => visitor.Visit(_name);

    public override Flow Run(RenderContext context)
    {
        context.Place = Place;
        var template = TemplateLoading.Load(context, _name.Evaluate(context));
        var module = TemplateLoading.Module(context, template, _locals);
        for (var i = 0; i < names.Length; i++)
        {
            var value = module.TryGetExported(names[i].Name, out var found) ? found : context.MakeUndefined(NotExported(template, names[i].Name));
            context.Slots[_slots[i].Index] = value;
            if (!_isTopLevel) continue;
            context.Scope.Set(names[i].Alias, value);
            if (!names[i].Alias.StartsWith('_')) context.Scope.Unexport(names[i].Alias);
        }
        return Flow.Normal;
    }

    public override void Collect(SymbolCollector symbols)
    {
        symbols.Visit(_name);
        foreach (var (_, alias) in names) symbols.Store(alias);
    }

    public override void Bind(Binder binder, BindFrame frame)
    {
        SetPlace(binder.Note(Line));
        _name = _name.Bind(binder, frame);
        _isTopLevel = frame.IsTopLevel;
        if (_isTopLevel)
            foreach (var (_, alias) in names) binder.Parameters.Own(alias);
        _slots = [.. names.Select(n => frame.Symbols.Find(n.Alias)!)];
        if (withContext) _locals = LocalNames.Of(frame);
    }

    private UndefinedInfo NotExported(Template template, string name) =>
        new(name, $"the template '{template.Name}' (imported on line {Line}) does not export the requested name '{name}'");
}
