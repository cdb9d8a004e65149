namespace Quire.Templating.Execution;

/// <summary>A template of dialect <c>text</c>: its source is its output.</summary>
internal sealed class TextProgram(string text) : TemplateProgram
{
    public override void Run(RenderContext context, TemplateScope scope)
    {
        context.WriteText(text);
        context.Provenance?.Cover(context.Output.Length, context.SourceId, context.MergePoint, null);
    }
}
