using Quire.Core.Prompts;

namespace Quire.Core.Mlflow;

/// <summary>A prompt as MLflow's clients see it: a registered model.</summary>
public sealed record MlflowModel
{
    /// <summary>The name by which it was asked for, or under which it is listed.</summary>
    public required string Name { get; init; }

    /// <summary>The prompt.</summary>
    public required Prompt Prompt { get; init; }

    /// <summary>Its newest version; null where it has none.</summary>
    public MlflowVersion? Latest { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Its tags, by key.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    /// <summary>Its aliases, by name.</summary>
    public required IReadOnlyList<Alias> Aliases { get; init; }
}
