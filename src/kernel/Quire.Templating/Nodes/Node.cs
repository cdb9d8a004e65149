namespace Quire.Templating.Nodes;

/// <summary>A part of a template. Reading makes it, binding gives it slots, after that it never changes.</summary>
internal abstract class Node
{
    /// <summary>The line that errors in it are reported on, by the rules of Jinja.</summary>
    public int Line { get; init; }

    /// <summary>The offset in the source.</summary>
    public int Position { get; init; }

    /// <summary>Walks the direct children in the order of Jinja's fields.</summary>
    public virtual void VisitChildren(INodeVisitor visitor)
    {
    }
}
