using Quire.Composition.Plans;
using Quire.Composition.UserText;
using Quire.Prompts.PromptFiles;
using Quire.Templating;
using Quire.Templating.Diagnostics;
using Quire.Templating.MergePoints;
using Quire.Templating.Provenance;

namespace Quire.Composition.Rendering;

/// <summary>
/// Renders one template of the base prompt with its fills, or one text of a layer alone. A fill normally renders inside the
/// base's render; it is rendered before it, alone, where its layer sees other variables or other includes than the base.
/// </summary>
internal sealed class TextRenderer(ComposePlan plan, ComposeRequest request, LayerVariables variables, Fence? fence)
{
    private readonly ComposeBudget _budget = new(request);

    public bool IsExhausted => _budget.IsExhausted;

    public void Spend(int length) => _budget.Spend(length);

    /// <summary>A template of the base prompt.</summary>
    public (string? Text, LazySpans? Spans, Diagnostic? Error) RenderBase(PromptTemplate template)
    {
        var planned = plan.Templates[template];
        var splicer = request.WithProvenance ? new SpanSplicer() : null;
        var (fills, error) = FillsOf(planned, splicer);
        return error is not null ? (null, null, error) : Render(template, 0, fills, splicer);
    }

    /// <summary>A text of a layer that stands alone, such as a message of a contribution.</summary>
    public (string? Text, IReadOnlyList<ComposedSpan> Spans, Diagnostic? Error) RenderAlone(PromptTemplate template, int layer, string mergePoint)
    {
        var (text, spans, error) = Render(template, layer, null, request.WithProvenance ? new() : null);
        return (text, spans?.Value.Select(span => span with { MergePoint = mergePoint }).ToList() ?? [], error);
    }

    /// <summary>The user's text as it stands in the output, with its spans.</summary>
    public (string Text, IReadOnlyList<ComposedSpan> Spans) UserText(string mergePoint, string text)
    {
        if (!request.WithProvenance)
            return (fence is null ? text : fence.Around(text).Text, []);
        if (fence is null)
            return (text, text.Length == 0 ? [] : [new(0, text.Length, plan.UserSource, mergePoint, null)]);
        var (fenced, start) = fence.Around(text);
        ComposedSpan[] spans =
        [
            new(0, start, plan.FenceSource, mergePoint, null),
            new(start, text.Length, plan.UserSource, mergePoint, null),
            new(start + text.Length, fenced.Length - start - text.Length, plan.FenceSource, mergePoint, null),
        ];
        return (fenced, spans.Where(span => span.Length > 0).ToList());
    }

    private (string?, LazySpans?, Diagnostic?) Render(PromptTemplate template, int layer, IReadOnlyList<IReadOnlyList<MergeFill>?>? fills, SpanSplicer? splicer)
    {
        var recorder = request.WithProvenance ? new ProvenanceRecorder() : null;
        var result = template.Template.Render(new RenderRequest
        {
            Variables = variables.Of(layer),
            Resolve = plan.Sources[layer].Resolve,
            Limits = _budget.Next(),
            CancellationToken = request.CancellationToken,
            Clock = request.Clock,
            Fills = fills,
            Provenance = recorder,
            SourceId = layer,
            Seed = request.Seed,
        });
        if (result.Error is { } error)
            return (null, null, Place(error, template, layer));
        _budget.Spend(result.Output!.Length);
        return (result.Output, recorder is null ? null : new(splicer!, recorder.Spans), null);
    }

    // An error inside a fill already names the contribution's file; only the template's own places are shifted.
    private Diagnostic Place(Diagnostic error, PromptTemplate template, int layer)
    {
        var file = plan.Sources[layer].File.FilePath;
        return error.File is null || error.File == file ? template.InFile(error) with { File = file } : error;
    }

    private (IReadOnlyList<IReadOnlyList<MergeFill>?>? Fills, Diagnostic? Error) FillsOf(PlannedTemplate planned, SpanSplicer? splicer)
    {
        IReadOnlyList<MergeFill>?[]? own = null;
        for (var index = 0; index < planned.Points.Count; index++)
        {
            var point = planned.Points[index];
            if (point.Point.User)
            {
                if (!request.UserText.TryGetValue(point.Point.Name, out var text))
                    continue;
                var (shown, spans) = UserText(point.Point.Name, text);
                splicer?.Know(plan.UserSource, point.Point.Name, shown.Length, spans);
                own ??= [.. planned.Fills];
                own[index] = [MergeFill.Data(shown, plan.UserSource)];
            }
            else if (!AllRenderInside(point))
            {
                own ??= [.. planned.Fills];
                var (fills, error) = RenderFills(point, splicer);
                if (error is not null)
                    return (null, error);
                own[index] = fills;
            }
        }

        return (own ?? planned.Fills, null);
    }

    private bool AllRenderInside(PlannedPoint point)
    {
        for (var i = 0; i < point.Fills.Count; i++)
        {
            if (!RendersInside(point.Fills[i]))
                return false;
        }

        return true;
    }

    private bool RendersInside(PointFill fill) => fill.Reads is not null && variables.SeesAsBase(fill.Layer, fill.Reads);

    private (List<MergeFill>?, Diagnostic?) RenderFills(PlannedPoint point, SpanSplicer? splicer)
    {
        var fills = new List<MergeFill>(point.Fills.Count);
        foreach (var fill in point.Fills)
        {
            if (RendersInside(fill))
            {
                fills.Add(MergeFill.Contribution(fill.Part.Text!.Template, fill.Layer));
                continue;
            }

            var (text, spans, error) = RenderAlone(fill.Part.Text!, fill.Layer, point.Point.Name);
            if (error is not null)
                return (null, error);
            splicer?.Know(fill.Layer, point.Point.Name, text!.Length, spans);
            fills.Add(MergeFill.Data(text!, fill.Layer));
        }

        return (fills, null);
    }
}
