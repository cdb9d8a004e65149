using Quire.Testing;
using Quire.Testing.Processes;

namespace Quire.Acceptance.Tests.Support;

/// <summary>The public prompt collection of tests/data, cloned.</summary>
internal static class Fabric
{
    /// <summary>Clones the collection into a folder and answers the files' paths.</summary>
    public static IReadOnlyList<string> Clone(TempFolder folder, string name)
    {
        new GitCli(folder.Path).Run("clone", "--quiet", RepositoryRoot.Combine("tests", "data", "fabric-patterns.bundle"), name);
        return new GitCli(folder.Combine(name)).Run("ls-files", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }
}
