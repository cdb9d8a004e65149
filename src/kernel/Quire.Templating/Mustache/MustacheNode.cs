namespace Quire.Templating.Mustache;

/// <summary>A part of a Mustache template. Reading makes it; afterwards it never changes.</summary>
internal abstract class MustacheNode
{
    public abstract void Run(MustacheRun run);

    public static void RunAll(IReadOnlyList<MustacheNode> nodes, MustacheRun run)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            run.Context.Step();
            nodes[i].Run(run);
        }
    }
}
