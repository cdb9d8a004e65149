namespace Quire.Templating.Nodes;

/// <summary>Looks at nodes, for example to find names.</summary>
internal interface INodeVisitor
{
    void Visit(Node node);
}
