using Quire.Templating.Execution;
using Quire.Templating.Nodes;

namespace Quire.Templating.Liquid;

/// <summary>A part of a Liquid template. Reading makes it; afterwards it never changes.</summary>
internal abstract class LiquidNode
{
    public long Place { get; init; }

    /// <summary>Whether it can print nothing but blanks; a block of only such nodes prints nothing at all.</summary>
    public virtual bool IsBlank => false;

    public abstract Flow Run(LiquidRun run);

    /// <summary>Drops the blank text of a block that prints nothing else.</summary>
    public virtual void DropBlanks()
    {
    }

    public static long PlaceAt(int line, int position) => Statement.MakePlace(line, position);

    public static Flow RunAll(IReadOnlyList<LiquidNode> nodes, LiquidRun run)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            run.Context.Step();
            run.Context.Place = nodes[i].Place;
            var flow = nodes[i].Run(run);
            if (flow != Flow.Normal) return flow;
        }
        return Flow.Normal;
    }

    protected static bool AreBlank(IReadOnlyList<LiquidNode> nodes) => nodes.All(n => n.IsBlank);

    protected static void DropBlanks(IReadOnlyList<LiquidNode> nodes)
    {
        foreach (var node in nodes) node.DropBlanks();
    }
}
