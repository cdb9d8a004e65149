using Quire.Templating.Execution;

namespace Quire.Templating.Mustache;

/// <summary>A Mustache template, ready to run.</summary>
internal sealed class MustacheProgram(Template template, IReadOnlyList<MustacheNode> body) : TemplateProgram
{
    public override void Run(RenderContext context, TemplateScope scope)
    {
        context.Template = template;
        context.Scope = scope;
        context.AutoEscape = template.Options.Escape == EscapeMode.Html;
        RunBody(new MustacheRun(context, scope));
    }

    public void RunBody(MustacheRun run) => MustacheNode.RunAll(body, run);
}
