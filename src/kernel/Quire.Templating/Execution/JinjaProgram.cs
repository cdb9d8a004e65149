using Quire.Templating.Nodes;
using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>A bound Jinja template.</summary>
internal sealed class JinjaProgram(Template template, Statement[] body, Unit root, int selfSlot, Dictionary<string, BlockStatement> blocks) : TemplateProgram
{
    public override IReadOnlyDictionary<string, BlockStatement> Blocks => blocks;

    public Statement[] Body => body;

    public override void Run(RenderContext context, TemplateScope scope)
    {
        if (blocks.Count > 0) TemplateLoading.AddBlocks(scope, template);
        RunRoot(context, scope);
    }

    private void RunRoot(RenderContext context, TemplateScope scope)
    {
        context.Scope = scope;
        context.Template = template;
        context.AutoEscape = template.Options.Escape == EscapeMode.Html;
        context.UndefinedMode = template.Options.Undefined;
        context.Enter(root, null);
        if (selfSlot >= 0) context.Slots[selfSlot] = Value.Of(new SelfObject(scope));
        Statement.RunAll(body, context);
        if (scope.Parent is not { } parent) return;
        scope.Parent = null;
        context.Deepen(2);
        if (parent.Program is JinjaProgram program) program.RunRoot(context, scope);
        else parent.Program.Run(context, scope);
        context.Rise(2);
    }
}
