using Quire.Templating.Binding;
using Quire.Templating.Execution;

namespace Quire.Templating.Nodes;

/// <summary>What is run for its effect.</summary>
internal abstract class Statement : Node
{
    /// <summary>Line (upper half) and offset reported while it runs; set by binding.</summary>
    public long Place { get; private set; }

    public abstract Flow Run(RenderContext context);

    /// <summary>Tells which names of the surrounding frame it reads and writes.</summary>
    public abstract void Collect(SymbolCollector symbols);

    public abstract void Bind(Binder binder, BindFrame frame);

    protected void SetPlace(int line) => SetPlace(line, Position);

    protected void SetPlace(int line, int position) => Place = ((long)line << 32) | (uint)position;

    public static long MakePlace(int line, int position) => ((long)line << 32) | (uint)position;

    /// <summary>Runs statements until one leaves the normal flow.</summary>
    public static Flow RunAll(Statement[] body, RenderContext context)
    {
        foreach (var statement in body)
        {
            context.Step();
            var flow = statement.Run(context);
            if (flow != Flow.Normal) return flow;
        }
        return Flow.Normal;
    }
}
