using Quire.Core.Organisations;

namespace Quire.AspNetCore.Projects;

/// <summary>A project.</summary>
internal sealed record ProjectAnswer
{
    /// <summary>The name in addresses.</summary>
    public required string Name { get; init; }

    /// <summary>The branch whose history issues version numbers.</summary>
    public required string DefaultBranch { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The stored project.</summary>
    public static ProjectAnswer Of(Project project) => new()
    {
        Name = project.Name,
        DefaultBranch = project.DefaultBranch["refs/heads/".Length..],
        CreatedAt = project.CreatedAt,
    };
}
