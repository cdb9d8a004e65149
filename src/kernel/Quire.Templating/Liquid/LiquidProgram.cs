using Quire.Templating.Execution;

namespace Quire.Templating.Liquid;

/// <summary>A Liquid template, ready to run.</summary>
internal sealed class LiquidProgram(Template template, IReadOnlyList<LiquidNode> body) : TemplateProgram
{
    public override void Run(RenderContext context, TemplateScope scope)
    {
        context.Template = template;
        context.Scope = scope;
        context.AutoEscape = template.Options.Escape == EscapeMode.Html;
        RunBody(new LiquidRun(context, scope));
    }

    public Flow RunBody(LiquidRun run) => LiquidNode.RunAll(body, run);
}
