using System.Globalization;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>A model version.</summary>
internal sealed record ModelVersionAnswer
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>The number, as text.</summary>
    public required string Version { get; init; }

    /// <summary>When it was made, in milliseconds since 1970.</summary>
    public required long CreationTimestamp { get; init; }

    /// <summary>When it last changed, in milliseconds since 1970.</summary>
    public required long LastUpdatedTimestamp { get; init; }

    /// <summary>Who made it, as the commit says.</summary>
    public required string UserId { get; init; }

    /// <summary>MLflow's stages do not exist here.</summary>
    public string CurrentStage { get; init; } = "None";

    /// <summary>The commit's message, or the description that was set.</summary>
    public required string Description { get; init; }

    /// <summary>Where a model would come from: nothing for prompts.</summary>
    public string Source { get; init; } = "prompt-template";

    /// <summary>A version is there at once.</summary>
    public string Status { get; init; } = "READY";

    /// <summary>Its tags, the text among them.</summary>
    public IReadOnlyList<MlflowTag>? Tags { get; init; }

    /// <summary>Its aliases.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>The version.</summary>
    public static ModelVersionAnswer Of(MlflowVersion version) => new()
    {
        Name = version.Name,
        Version = version.Number.ToString(CultureInfo.InvariantCulture),
        CreationTimestamp = version.Prompt.Version!.CreatedAt.ToUnixTimeMilliseconds(),
        LastUpdatedTimestamp = version.Prompt.Version.CreatedAt.ToUnixTimeMilliseconds(),
        UserId = version.Prompt.Version.Author,
        Description = version.Description,
        Tags = MlflowTag.All(version.Tags),
        Aliases = version.Prompt.Aliases.Count == 0 ? null : version.Prompt.Aliases,
    };
}
