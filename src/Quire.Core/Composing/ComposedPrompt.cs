using System.Text.Json;
using Quire.Composition.Explaining;
using Quire.Composition.Plans;
using Quire.Composition.Rendering;
using Quire.Prompts.Tokens;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Composing;

/// <summary>A composed prompt.</summary>
public sealed record ComposedPrompt
{
    /// <summary>The plan: base and contributions, merged.</summary>
    public required ComposePlan Plan { get; init; }

    /// <summary>What it says, and who wrote which part.</summary>
    public required ComposedResult Result { get; init; }

    /// <summary>Which cache answered, if any.</summary>
    public required CacheAnswer Cache { get; init; }

    /// <summary>Whether the plan was ready, or even the output.</summary>
    public bool FromCache => Cache != CacheAnswer.None;

    /// <summary>The model settings of the base version, overridden where they are; null for none.</summary>
    public string? Model { get; init; }

    /// <summary>The story of each merge point; empty where it was not asked for.</summary>
    public IReadOnlyList<PointExplanation> Explanation { get; init; } = [];

    /// <summary>Warnings.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; init; } = [];

    /// <summary>How many tokens it has for the model that it names; counted when somebody asks.</summary>
    public TokenCount Tokens => Memo?.Find(Model) ?? CountTokens();

    /// <summary>What counts.</summary>
    internal TokenCounter Counter { get; init; } = TokenCounter.Estimating;

    /// <summary>Where the count of a kept output stands; null where the output is not kept.</summary>
    internal TokenMemo? Memo { get; init; }

    private TokenCount CountTokens()
    {
        var count = Result.CountTokens(Counter, Counter.IsEstimating || Model is null ? null : ModelName.Of(JsonElement.Parse(Model)));
        Memo?.Set(Model, count);
        return count;
    }
}
