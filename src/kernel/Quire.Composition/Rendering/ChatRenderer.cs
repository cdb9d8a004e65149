using Quire.Composition.Locks;
using Quire.Composition.Plans;
using Quire.Prompts.PromptFiles;
using Quire.Prompts.Text;
using Quire.Templating.Diagnostics;
using Quire.Templating.MergePoints;
using Quire.Templating.Values;

namespace Quire.Composition.Rendering;

/// <summary>Renders the list of messages: own ones, those of layers, those of the request.</summary>
internal sealed class ChatRenderer(ComposePlan plan, ComposeRequest request, TextRenderer renderer, LayerVariables variables, List<Diagnostic> diagnostics)
{
    private const string Contributions = "contributions";

    private readonly List<ComposedMessage> _messages = [];
    private int _turns;

    public IReadOnlyList<ComposedMessage> Run()
    {
        CheckPlaceholders();
        foreach (var item in plan.Base.File.Messages)
        {
            if (diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error))
                break;
            Render(item);
        }

        if (renderer.IsExhausted)
            diagnostics.Add(LockChecker.InFile(plan.Base.File, 0, CompositionCodes.Budget, "The messages together are longer than the output may be.", $"at most {request.Limits.MaxOutputLength} characters"));
        return _messages;
    }

    private void Render(ChatItem item)
    {
        switch (item)
        {
            case ChatItem.Message message:
                RenderOwn(message, null);
                break;
            case ChatItem.Placeholder placeholder:
                RenderTurns(placeholder);
                break;
            case ChatItem.MergePoint point:
                RenderPoint(point, plan.Points[point.Name]);
                break;
        }
    }

    private void RenderOwn(ChatItem.Message message, string? mergePoint)
    {
        var (text, spans, error) = renderer.RenderBase(message.Content);
        Add(message.Role, text, 0, mergePoint, mergePoint is null ? spans?.Value ?? [] : (spans?.Value ?? []).Select(span => span with { MergePoint = span.MergePoint ?? mergePoint }).ToList(), error);
    }

    private void RenderPoint(ChatItem.MergePoint point, PlannedPoint planned)
    {
        if (point.User)
        {
            RenderUser(point);
            return;
        }

        switch (point.Behavior)
        {
            case MergeBehavior.Prepend:
                RenderFills(planned);
                RenderDefault(point, planned);
                break;
            case MergeBehavior.Replace when planned.Fills.Count > 0:
                RenderFills(planned);
                break;
            case MergeBehavior.Inject:
                RenderInjected(point, planned);
                break;
            default:
                RenderDefault(point, planned);
                RenderFills(planned);
                break;
        }
    }

    private void RenderUser(ChatItem.MergePoint point)
    {
        if (!request.UserText.TryGetValue(point.Name, out var text))
        {
            RenderDefault(point, null);
            return;
        }

        var (shown, spans) = renderer.UserText(point.Name, text);
        renderer.Spend(shown.Length);
        Add("user", shown, plan.UserSource, point.Name, request.WithProvenance ? spans : [], null);
    }

    // Without default messages the contributions stand alone; with them, a placeholder `contributions` marks the place.
    private void RenderInjected(ChatItem.MergePoint point, PlannedPoint planned)
    {
        if (point.Default.Count == 0)
            RenderFills(planned);
        else
            RenderDefault(point, planned);
    }

    private void RenderDefault(ChatItem.MergePoint point, PlannedPoint? planned)
    {
        foreach (var item in point.Default)
        {
            if (item is ChatItem.Placeholder { Name: Contributions } && point.Behavior == MergeBehavior.Inject)
                RenderFills(planned!);
            else if (item is ChatItem.Message message)
                RenderOwn(message, point.Name);
            else
                Render(item);
        }
    }

    private void RenderFills(PlannedPoint planned)
    {
        foreach (var fill in planned.Fills)
        {
            foreach (var message in fill.Part.Messages!)
            {
                var (text, spans, error) = renderer.RenderAlone(message.Content, fill.Layer, planned.Point.Name);
                Add(message.Role, text, fill.Layer, planned.Point.Name, spans, error);
            }
        }
    }

    private void RenderTurns(ChatItem.Placeholder placeholder)
    {
        var turns = TurnsOf(placeholder);
        if (turns.Count == 0)
            diagnostics.Add(Finding(placeholder, CompositionCodes.EmptyPlaceholder, $"The placeholder `{placeholder.Name}` got no messages.", "send them as `placeholders`") with { Severity = Severity.Info });
        foreach (var turn in turns)
        {
            if (++_turns > PlanLimits.MaxPlaceholderMessages)
            {
                diagnostics.Add(Finding(placeholder, CompositionCodes.BadMessages, $"The request gives more than {PlanLimits.MaxPlaceholderMessages} messages to placeholders.", "leave out the oldest"));
                return;
            }

            renderer.Spend(turn.Content.Length);
            ComposedSpan[] spans = request.WithProvenance && turn.Content.Length > 0 ? [new(0, turn.Content.Length, plan.RequestSource, null, placeholder.Name)] : [];
            Add(turn.Role, turn.Content, plan.RequestSource, placeholder.Name, spans, null);
        }
    }

    private IReadOnlyList<ChatTurn> TurnsOf(ChatItem.Placeholder placeholder)
    {
        if (request.Placeholders.TryGetValue(placeholder.Name, out var turns))
            return turns;
        if (!variables.Of(0).TryGet(placeholder.Name, out var value))
            return [];
        if (value.Kind == ValueKind.List && value.EnumerateList().Select(TurnOf).ToList() is var list && list.TrueForAll(turn => turn is not null))
            return list!;
        diagnostics.Add(Finding(placeholder, CompositionCodes.BadMessages, $"The variable `{placeholder.Name}` is no list of messages.", "each message has a text `role` and a text `content`"));
        return [];
    }

    private static ChatTurn? TurnOf(Value value) =>
        value.TryGet("role", out var role) && role.TryGetString(out var name) && value.TryGet("content", out var content) && content.TryGetString(out var text)
            ? new(name, text)
            : null;

    private void CheckPlaceholders()
    {
        if (request.Placeholders.Count == 0)
            return;
        var known = plan.Base.File.Messages.SelectMany(item => item is ChatItem.MergePoint point ? point.Default : [item]).OfType<ChatItem.Placeholder>().Select(placeholder => placeholder.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in request.Placeholders.Keys.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal))
            diagnostics.Add(LockChecker.InFile(plan.Base.File, 0, CompositionCodes.UnknownPlaceholder, $"`{plan.Base.Path}` has no placeholder `{Prompts.Names.SafeText.Of(name)}`.", DidYouMean.Hint(name, known) ?? "leave it out"));
    }

    private void Add(string role, string? text, int origin, string? mergePoint, IReadOnlyList<ComposedSpan> spans, Diagnostic? error)
    {
        if (error is not null)
            diagnostics.Add(error);
        else
            _messages.Add(new(role, text!, origin, mergePoint, spans));
    }

    private Diagnostic Finding(ChatItem.Placeholder placeholder, string code, string message, string hint) =>
        LockChecker.InFile(plan.Base.File, placeholder.Line, code, message, hint) with { Column = placeholder.Column };
}
