namespace Quire.Core.Mlflow;

/// <summary>A version that an MLflow client registers.</summary>
public sealed record NewMlflowVersion
{
    /// <summary>The project.</summary>
    public required string Project { get; init; }

    /// <summary>The prompt's name.</summary>
    public required string Name { get; init; }

    /// <summary>The commit's message; null or empty for one that Quire writes.</summary>
    public string? Description { get; init; }

    /// <summary>The tags, of which <see cref="MlflowKeys.Text"/> is the content.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }
}
