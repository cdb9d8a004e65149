namespace Quire.AspNetCore.Routes;

/// <summary>Marks a route that shows or changes a project as a whole.</summary>
internal sealed record WholeProject;
