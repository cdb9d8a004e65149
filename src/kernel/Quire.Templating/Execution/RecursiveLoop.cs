using Quire.Templating.Nodes;
using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>What <c>loop(children)</c> calls: the loop, and where its names live.</summary>
internal sealed class RecursiveLoop(ForStatement loop, Frame frame, TemplateScope scope, Template template)
{
    public Frame Frame => frame;

    public string Render(RenderContext context, in Value source, int depth)
    {
        var mark = context.Output.Length;
        var provenance = context.Provenance;
        context.Provenance = null;
        Write(context, source, depth);
        context.Provenance = provenance;
        return context.Take(mark);
    }

    public void Write(RenderContext context, in Value source, int depth)
    {
        context.Deepen(1);
        var (oldScope, oldTemplate, place) = (context.Scope, context.Template, context.Place);
        context.Scope = scope;
        context.Template = template;
        context.Place = loop.Place;
        loop.RunLevel(context, source, this, depth);
        (context.Scope, context.Template, context.Place) = (oldScope, oldTemplate, place);
        context.Rise(1);
    }
}
