using Quire.Templating.Nodes;

namespace Quire.Templating.Execution;

/// <summary>What a template does when it runs, whatever its dialect.</summary>
internal abstract class TemplateProgram
{
    /// <summary>The blocks that a child may replace.</summary>
    public virtual IReadOnlyDictionary<string, BlockStatement> Blocks => System.Collections.Immutable.ImmutableDictionary<string, BlockStatement>.Empty;

    /// <summary>Runs the whole template into the output. The caller keeps and restores frame, scope and template.</summary>
    public abstract void Run(RenderContext context, TemplateScope scope);
}
