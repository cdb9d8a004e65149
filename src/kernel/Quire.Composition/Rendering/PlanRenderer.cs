using System.Text;
using Quire.Composition.Locks;
using Quire.Composition.Plans;
using Quire.Composition.UserText;
using Quire.Prompts;
using Quire.Prompts.Text;
using Quire.Templating.Diagnostics;

namespace Quire.Composition.Rendering;

/// <summary>One request: checks what it gives, then renders text or messages.</summary>
internal sealed class PlanRenderer(ComposePlan plan, ComposeRequest request)
{
    private readonly List<Diagnostic> _diagnostics = [];
    private bool _needsInspection;

    public ComposeOutcome Run()
    {
        CheckUserText();
        var variables = LayerVariables.Check(plan.Schemas, request.Variables, _diagnostics);
        if (_diagnostics.Count > 0 || variables is null)
            return new(null, _diagnostics);
        var fence = request.Fence is null || request.UserText.Count == 0 ? null : Fence.Create(request.Fence, request.UserText.Values);
        var renderer = new TextRenderer(plan, request, variables, fence);
        var result = plan.Type == PromptType.Text ? RenderText(renderer) : RenderChat(renderer, variables);
        if (_diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error))
            return new(null, _diagnostics);
        result.VariableView = variables;
        result.UserTextFindings = InspectUserText();
        result.Boundary = fence?.Boundary;
        return new(result, _diagnostics);
    }

    private ComposedResult RenderText(TextRenderer renderer)
    {
        var (text, spans, error) = renderer.RenderBase(plan.Base.File.Body!);
        if (error is not null)
            _diagnostics.Add(error);
        return new() { Type = PromptType.Text, Origins = plan.Origins, Content = text, RawSpans = spans };
    }

    private ComposedResult RenderChat(TextRenderer renderer, LayerVariables variables)
    {
        var messages = new ChatRenderer(plan, request, renderer, variables, _diagnostics).Run();
        return new() { Type = PromptType.Chat, Origins = plan.Origins, Messages = messages };
    }

    private List<UserTextFinding> InspectUserText()
    {
        if (!_needsInspection)
            return [];
        return request.UserText.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => UserTextInspector.Inspect(entry.Key, entry.Value)).ToList();
    }

    private void CheckUserText()
    {
        if (request.UserText.Count > 0)
            CheckGivenText();
        foreach (var point in plan.RequiredUserPoints)
        {
            if (string.IsNullOrEmpty(request.UserText.GetValueOrDefault(point.Name)))
                Add(point, CompositionCodes.Required, $"The merge point `{point.Name}` of `{plan.Base.Path}` is required, but the request has no user text for it.", $"send user text for `{point.Name}`");
        }
    }

    private void CheckGivenText()
    {
        foreach (var (name, text) in request.UserText)
        {
            _needsInspection |= !Ascii.IsValid(text);
            if (plan.Points.GetValueOrDefault(name) is not { Point: { User: true, Locked: false } } point)
                AddUnknown(name);
            else if (text.Length > PlanLimits.MaxUserText)
                Add(point.Point, CompositionCodes.Budget, $"The user's text for `{name}` is longer than {PlanLimits.MaxUserText} characters.", "shorten it");
        }
    }

    private void AddUnknown(string name)
    {
        var known = plan.Declared.Where(point => point.User).Select(point => point.Name).ToList();
        var hint = DidYouMean.Hint(name, known) ?? (known.Count == 0 ? "the prompt takes no user text" : $"user text goes to {string.Join(", ", known.Select(point => $"`{point}`"))}");
        var message = plan.Points.ContainsKey(name)
            ? $"The merge point `{name}` of `{plan.Base.Path}` {(plan.Points[name].Point.Locked ? "is locked" : "takes no user text")}."
            : $"`{plan.Base.Path}` has no merge point `{Prompts.Names.SafeText.Of(name)}` for user text.";
        _diagnostics.Add(LockChecker.InFile(plan.Base.File, 0, CompositionCodes.UnknownUserText, message, hint) with { Column = 0 });
    }

    private void Add(DeclaredPoint point, string code, string message, string hint) =>
        _diagnostics.Add(LockChecker.InFile(plan.Base.File, point.Line, code, message, hint) with { Column = point.Column });
}
