using Quire.Templating.MergePoints;

namespace Quire.Templating.Execution;

/// <summary>Writes one fill of a merge point: data as it is, a contribution in a frame and scope of its own.</summary>
internal static class FillRunner
{
    private const int Weight = 10;

    public static void Write(RenderContext context, MergeFill fill, string mergePoint)
    {
        context.Step();
        var (source, point) = (context.SourceId, context.MergePoint);
        context.SourceId = fill.SourceId;
        context.MergePoint = mergePoint;
        if (fill.Text is { } text) context.WriteText(text);
        else Run(context, fill.Body!);
        context.Provenance?.Cover(context.Output.Length, context.SourceId, context.MergePoint, null);
        (context.SourceId, context.MergePoint) = (source, point);
    }

    private static void Run(RenderContext context, Template body)
    {
        context.Deepen(Weight);
        var (frame, scope, template, place) = (context.Frame, context.Scope, context.Template, context.Place);
        var (escape, mode) = (context.AutoEscape, context.UndefinedMode);
        // Changes to collections of the input and drawn random numbers would reach the base and other layers, locked parts too.
        var (copies, random) = (context.InputCopies, context.Random);
        (context.InputCopies, context.Random) = (null, null);
        body.Program.Run(context, new TemplateScope(body, null, scope));
        context.Leave(frame);
        (context.Scope, context.Template, context.Place) = (scope, template, place);
        (context.AutoEscape, context.UndefinedMode) = (escape, mode);
        (context.InputCopies, context.Random) = (copies, random);
        context.Rise(Weight);
    }
}
