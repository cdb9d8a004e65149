namespace Quire.Checks.Running;

/// <summary>One thing that runs tests and writes a result file.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="File">The project file, or the web app's package file; absolute.</param>
/// <param name="Kind">Which runner it takes.</param>
internal sealed record TestProject(string Name, string File, TestProjectKind Kind)
{
    /// <summary>The folder it runs in.</summary>
    public string Folder => Path.GetDirectoryName(File)!;
}
