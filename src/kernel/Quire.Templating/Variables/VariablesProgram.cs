using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Variables;

/// <summary>Text with names in it.</summary>
internal sealed class VariablesProgram(VariablesPart[] parts) : TemplateProgram
{
    public override void Run(RenderContext context, TemplateScope scope)
    {
        foreach (var part in parts)
        {
            context.Step();
            if (part.Name is null || !TryFind(context, scope, part.Name, out var value)) Write(context, part.Text, null);
            else
            {
                Print(context, value);
                context.Provenance?.Cover(context.Output.Length, context.SourceId, context.MergePoint, part.Name.Split('.')[0]);
            }
        }
    }

    private static void Write(RenderContext context, string text, string? variable)
    {
        context.WriteText(text);
        context.Provenance?.Cover(context.Output.Length, context.SourceId, context.MergePoint, variable);
    }

    /// <summary>Text as it is, lists and maps as JSON, as the clients of Langfuse and MLflow print them.</summary>
    private static void Print(RenderContext context, in Value value)
    {
        if (value.IsText) context.WriteText(value.Text);
        else if (value.Tag is Tag.List or Tag.Map or Tag.Bool) context.WriteText(JsonText.Of(context, value));
        else if (value.Tag != Tag.None) PythonText.WriteStr(context.Output, value);
    }

    private static bool TryFind(RenderContext context, TemplateScope scope, string path, out Value value)
    {
        if (scope.TryResolve(context, path, out value)) return true;
        var parts = path.Split('.');
        if (!scope.TryResolve(context, parts[0], out value)) return false;
        foreach (var part in parts.AsSpan(1))
            if (!value.TryGet(part, out value)) return false;
        return true;
    }
}
