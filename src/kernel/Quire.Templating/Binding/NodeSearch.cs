using Quire.Templating.Nodes;

namespace Quire.Templating.Binding;

/// <summary>All nodes of one kind below a node.</summary>
internal sealed class NodeSearch<T>(Action<T> found) : INodeVisitor
    where T : Node
{
    public void Visit(Node node)
    {
        if (node is T match) found(match);
        node.VisitChildren(this);
    }
}
