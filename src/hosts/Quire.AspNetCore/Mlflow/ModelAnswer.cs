using System.Globalization;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>A registered model.</summary>
internal sealed record ModelAnswer
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>When it was made, in milliseconds since 1970.</summary>
    public required long CreationTimestamp { get; init; }

    /// <summary>When it last changed, in milliseconds since 1970.</summary>
    public required long LastUpdatedTimestamp { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Its newest version.</summary>
    public IReadOnlyList<ModelVersionAnswer>? LatestVersions { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<MlflowTag>? Tags { get; init; }

    /// <summary>Its aliases.</summary>
    public IReadOnlyList<MlflowAlias>? Aliases { get; init; }

    /// <summary>The prompt.</summary>
    public static ModelAnswer Of(MlflowModel model) => new()
    {
        Name = model.Name,
        CreationTimestamp = model.Prompt.CreatedAt.ToUnixTimeMilliseconds(),
        LastUpdatedTimestamp = model.Prompt.UpdatedAt.ToUnixTimeMilliseconds(),
        Description = model.Description,
        LatestVersions = model.Latest is { } latest ? [ModelVersionAnswer.Of(latest)] : null,
        Tags = MlflowTag.All(model.Tags),
        Aliases = model.Aliases.Count == 0 ? null : [.. model.Aliases.Select(alias => new MlflowAlias(alias.Name, alias.Number.ToString(CultureInfo.InvariantCulture)))],
    };
}
