using Quire.Templating.Nodes;

namespace Quire.Templating.Binding;

/// <summary>Whether an expression is made of constants only, so that Jinja reckons it when the template is read.</summary>
internal sealed class StaticProbe : INodeVisitor
{
    private static readonly HashSet<string> NeedsContext = ["map", "select", "reject", "selectattr", "rejectattr", "random"];
    private bool _isStatic = true;

    public static bool IsStatic(Expression expression)
    {
        var probe = new StaticProbe();
        probe.Visit(expression);
        return probe._isStatic;
    }

    public void Visit(Node node)
    {
        if (node is NameExpression or CallExpression or ContributionsExpression || (node is FilterExpression filter && NeedsContext.Contains(filter.Name))) _isStatic = false;
        else if (_isStatic) node.VisitChildren(this);
    }
}
