using Quire.Templating.Nodes;
using Quire.Templating.Values;

namespace Quire.Templating.Parameters;

/// <summary>Walks the unbound tree and notes for each reading of a name what its surroundings tell.</summary>
internal sealed class UsageFinder : INodeVisitor
{
    private static readonly HashSet<string> TextFilters =
        ["upper", "lower", "trim", "title", "capitalize", "replace", "truncate", "wordwrap", "wordcount", "indent", "center", "urlize", "striptags", "format", "escape", "e", "urlencode"];

    private static readonly HashSet<string> ListFilters =
        ["join", "first", "last", "sort", "map", "select", "reject", "selectattr", "rejectattr", "unique", "batch", "slice", "sum", "min", "max", "groupby", "list", "reverse", "random"];

    private static readonly HashSet<string> NumberFilters = ["abs", "round", "filesizeformat"];

    private static readonly HashSet<string> MapFilters = ["items", "dictsort", "xmlattr"];

    public Dictionary<NameExpression, Usage> Usages { get; } = new(ReferenceEqualityComparer.Instance);

    public void Visit(Node node)
    {
        switch (node)
        {
            case AttributeExpression attribute:
                Member(attribute.Owner, attribute.Name);
                break;
            case ItemExpression { Key: ConstantExpression { Value: { IsText: true } key } } item:
                Member(item.Owner, key.Text);
                break;
            case ItemExpression { Key: ConstantExpression { Value: { Tag: Tag.Int } } } item:
                Tell(item.Owner, ParameterType.Array);
                break;
            case FilterExpression filter: Filter(filter); break;
            case TestExpression test: Test(test); break;
            case ForStatement loop: Tell(loop.Source, ParameterType.Array); break;
            case EmitStatement emit: Tell(emit.Expression, ParameterType.String); break;
            case ChainExpression or UnaryExpression or PowerExpression: node.VisitChildren(new Teller(this, ParameterType.Number)); break;
            case IfStatement condition:
                foreach (var branch in condition.Branches) Guard(branch.Test);
                break;
            case ConditionExpression condition: Guard(condition.TestOf); break;
        }
        node.VisitChildren(this);
    }

    public Usage Of(NameExpression name)
    {
        if (!Usages.TryGetValue(name, out var usage)) Usages[name] = usage = new Usage();
        return usage;
    }

    private void Member(Expression owner, string name)
    {
        if (owner is not NameExpression root) return;
        var usage = Of(root);
        usage.Tell(ParameterType.Object);
        usage.Member = name;
    }

    private void Tell(Expression? expression, ParameterType type)
    {
        if (expression is NameExpression name) Of(name).Tell(type);
    }

    private void Filter(FilterExpression filter)
    {
        if (filter.Operand is null) return;
        if (filter.Name is "default" or "d") Default(filter.Operand);
        else if (TextFilters.Contains(filter.Name)) Tell(filter.Operand, ParameterType.String);
        else if (ListFilters.Contains(filter.Name)) Tell(filter.Operand, ParameterType.Array);
        else if (NumberFilters.Contains(filter.Name)) Tell(filter.Operand, ParameterType.Number);
        else if (MapFilters.Contains(filter.Name)) Tell(filter.Operand, ParameterType.Object);
    }

    private void Test(TestExpression test)
    {
        if (test.Name is "defined" or "undefined" or "none") Default(test.Operand);
        else if (test.Name is "string") Tell(test.Operand, ParameterType.String);
        else if (test.Name is "mapping") Tell(test.Operand, ParameterType.Object);
        else if (test.Name is "number" or "integer" or "float" or "odd" or "even" or "divisibleby") Tell(test.Operand, ParameterType.Number);
        else if (test.Name is "sequence" or "iterable") Tell(test.Operand, ParameterType.Array);
    }

    private void Default(Expression expression)
    {
        if (expression is NameExpression name) Of(name).IsDefaulted = true;
    }

    private void Guard(Expression test)
    {
        switch (test)
        {
            case NameExpression name:
                Of(name).Tell(ParameterType.Boolean);
                Of(name).IsDefaulted = true;
                break;
            case NotExpression or LogicExpression: test.VisitChildren(new Guarder(this)); break;
        }
    }

    private sealed class Teller(UsageFinder finder, ParameterType type) : INodeVisitor
    {
        public void Visit(Node node) => finder.Tell(node as Expression, type);
    }

    private sealed class Guarder(UsageFinder finder) : INodeVisitor
    {
        public void Visit(Node node)
        {
            if (node is Expression expression) finder.Guard(expression);
        }
    }
}
