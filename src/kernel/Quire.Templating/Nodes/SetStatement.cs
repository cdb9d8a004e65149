using Quire.Templating.Binding;
using Quire.Templating.Execution;

namespace Quire.Templating.Nodes;

/// <summary><c>{% set x = y %}</c>.</summary>
internal sealed class SetStatement(Expression target, Expression value) : Statement
{
    private Expression _value = value;
    private NameExpression[] _exports = [];

    public Expression Target => target;

    public Expression AssignedValue => _value;

    public override void VisitChildren(INodeVisitor visitor)
    {
        visitor.Visit(target);
        visitor.Visit(_value);
    }

    public override Flow Run(RenderContext context)
    {
        context.Place = Place;
        if (target is NamespaceTarget space) space.Check(context);
        var result = _value.Evaluate(context);
        Unpacking.Assign(context, target, result);
        Export(context, _exports);
        return Flow.Normal;
    }

    public override void Collect(SymbolCollector symbols)
    {
        symbols.Visit(_value);
        symbols.Visit(target);
    }

    public override void Bind(Binder binder, BindFrame frame)
    {
        binder.BeginAssignment();
        SetPlace(binder.Note(Line));
        target.Bind(binder, frame);
        _value = _value.Bind(binder, frame);
        _exports = ExportsOf(target, binder.EndAssignment(frame));
    }

    /// <summary>The names among a target's that a template exports.</summary>
    public static NameExpression[] ExportsOf(Expression target, string[] names)
    {
        if (names.Length == 0) return [];
        var found = new List<NameExpression>();
        var search = new NodeSearch<NameExpression>(n =>
        {
            if (names.Contains(n.Name)) found.Add(n);
        });
        search.Visit(target);
        return [.. found];
    }

    public static void Export(RenderContext context, NameExpression[] names)
    {
        foreach (var name in names)
        {
            context.Scope.Set(name.Name, name.Evaluate(context));
            if (!name.Name.StartsWith('_')) context.Scope.Export(name.Name);
        }
    }
}
