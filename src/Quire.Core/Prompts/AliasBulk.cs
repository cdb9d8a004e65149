using Quire.Core.Changes;

namespace Quire.Core.Prompts;

/// <summary>A wish to set or remove an alias on several prompts at once.</summary>
public sealed record AliasBulk
{
    /// <summary>The alias.</summary>
    public required string Alias { get; init; }

    /// <summary>The prompts.</summary>
    public required PromptChoice Prompts { get; init; }

    /// <summary>Where it shall point; null removes it. Prompts of a folder that lack the alias that this names are left alone.</summary>
    public AliasTarget? Target { get; init; }

    /// <summary>The versions that the caller saw the alias on, by path, 0 for none; a path that is not there is not checked.</summary>
    public IReadOnlyDictionary<string, long>? Expected { get; init; }

    /// <summary>The breaks of merge points that the caller accepts.</summary>
    public IReadOnlyList<string> AcceptedBreaks { get; init; } = [];

    /// <summary>Makes a repeated request answer as the first one did.</summary>
    public Idempotency? Idempotency { get; init; }
}
