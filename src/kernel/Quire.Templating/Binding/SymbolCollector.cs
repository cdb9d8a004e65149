using Quire.Templating.Nodes;

namespace Quire.Templating.Binding;

/// <summary>Fills <see cref="Symbols"/> by a walk over the statements of a frame; nodes that open frames of their own are not entered.</summary>
internal sealed class SymbolCollector(Symbols symbols) : INodeVisitor
{
    public Symbols Symbols { get; private set; } = symbols;

    public void Visit(Node node)
    {
        if (node is Expression expression) expression.Collect(this);
        else ((Statement)node).Collect(this);
    }

    public void VisitAll(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes) Visit(node);
    }

    public void Name(NameExpression name)
    {
        if (name.Context == NameContext.Parameter) Symbols.Declare(name.Name);
        else if (name.Context == NameContext.Store) Symbols.Store(name.Name);
        else Symbols.Load(name.Name);
    }

    public void Load(string name) => Symbols.Load(name);

    public void Store(string name) => Symbols.Store(name);

    /// <summary>Declares the names of a loop's target as its own.</summary>
    public void Declare(Expression target)
    {
        if (target is NameExpression name) Symbols.Declare(name.Name);
        else if (target is TupleExpression tuple)
            foreach (var item in tuple.Items) Declare(item);
    }

    public Symbols Branch(IEnumerable<Node> nodes)
    {
        var outer = Symbols;
        var branch = outer.Branch();
        Symbols = branch;
        VisitAll(nodes);
        Symbols = outer;
        return branch;
    }
}
