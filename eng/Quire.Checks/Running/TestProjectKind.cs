namespace Quire.Checks.Running;

/// <summary>Which runner a <see cref="TestProject"/> takes.</summary>
internal enum TestProjectKind
{
    /// <summary>A .NET project, run by <c>dotnet test</c>.</summary>
    Dotnet,

    /// <summary>A folder with vitest among its packages.</summary>
    Vitest,
}
