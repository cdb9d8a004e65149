namespace Quire.Templating.Execution;

/// <summary>Runs one of the bodies of a block, most derived first.</summary>
internal static class BlockRunner
{
    private const int Weight = 2;

    public static void Run(RenderContext context, TemplateScope scope, string name, int index)
    {
        var body = scope.Blocks![name][index];
        context.Deepen(Weight);
        var (oldScope, oldTemplate, place) = (context.Scope, context.Template, context.Place);
        (context.Scope, context.Template) = (scope, body.Template);
        body.Block.RunBody(context, index);
        (context.Scope, context.Template, context.Place) = (oldScope, oldTemplate, place);
        context.Rise(Weight);
    }
}
