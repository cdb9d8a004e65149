using Quire.Templating.Nodes;

namespace Quire.Templating.Binding;

/// <summary>Finds which of some special names are read before anything in the same source writes them; blocks are not entered.</summary>
internal sealed class UndeclaredNames : INodeVisitor
{
    private readonly List<string> _names;
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    private UndeclaredNames(IEnumerable<string> names) => _names = [.. names];

    public static HashSet<string> Find(IEnumerable<Node> nodes, params string[] names)
    {
        var visitor = new UndeclaredNames(names);
        foreach (var node in nodes) visitor.Visit(node);
        return visitor._found;
    }

    public void Visit(Node node)
    {
        switch (node)
        {
            case NameExpression { Context: NameContext.Load } name when _names.Contains(name.Name): _found.Add(name.Name); break;
            case NameExpression name: _names.Remove(name.Name); break;
            case BlockStatement: break;
            default: node.VisitChildren(this); break;
        }
    }
}
