namespace Quire.AspNetCore.Projects;

/// <summary>A project to create.</summary>
internal sealed record NewProject
{
    /// <summary>The name: 1 to 64 of <c>a-z 0-9 - _ .</c>, letter or digit at both ends.</summary>
    public required string Name { get; init; }
}
