using Quire.Composition.UserText;
using Quire.Prompts;
using Quire.Prompts.Tokens;

namespace Quire.Composition.Rendering;

/// <summary>A composed prompt: what it says, and who wrote which part.</summary>
public sealed record ComposedResult
{
    /// <summary>Whether there is a text or messages.</summary>
    public required PromptType Type { get; init; }

    /// <summary>The text; null for chat.</summary>
    public string? Content { get; init; }

    /// <summary>Who wrote which span of the text; empty for chat, and where provenance was not asked for.</summary>
    public IReadOnlyList<ComposedSpan> Spans { get => field ?? RawSpans?.Value ?? []; init; }

    /// <summary>Where <see cref="Spans"/> is made from when somebody asks.</summary>
    internal LazySpans? RawSpans { get; init; }

    /// <summary>The messages; empty for text.</summary>
    public IReadOnlyList<ComposedMessage> Messages { get; init; } = [];

    /// <summary>Everybody who may write: the base prompt, its layers in order, then the user, the request's messages and the fence.</summary>
    public required IReadOnlyList<Origin> Origins { get; init; }

    /// <summary>The variables that the base prompt and its layers read.</summary>
    public IReadOnlyList<VariableUse> Variables => VariableView?.Uses() ?? [];

    /// <summary>Where <see cref="Variables"/> is read from when somebody asks.</summary>
    internal LayerVariables? VariableView { get; set; }

    /// <summary>Characters of the user's text that can deceive a reader; reported, never changed.</summary>
    public IReadOnlyList<UserTextFinding> UserTextFindings { get; internal set; } = [];

    /// <summary>The fence's boundary; null where user text is not fenced.</summary>
    public string? Boundary { get; internal set; }

    /// <summary>The tokens of the text, or of all messages together without what a model's own format puts around them.</summary>
    /// <param name="counter">What counts.</param>
    /// <param name="model">The model that reads it; null where none is named.</param>
    public TokenCount CountTokens(TokenCounter counter, string? model = null)
    {
        ArgumentNullException.ThrowIfNull(counter);
        return Content is { } text ? counter.Count(text, model) : counter.Count(Messages.Select(message => message.Content), model);
    }
}
