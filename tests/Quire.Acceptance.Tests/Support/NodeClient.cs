using System.Diagnostics;
using Quire.Testing;
using Quire.Testing.Processes;
using Quire.Testing.Services;

namespace Quire.Acceptance.Tests.Support;

/// <summary>A program of npm in <c>tests/clients</c>, with the packages that its lock file names.</summary>
internal static class NodeClient
{
    /// <summary>Runs <c>node</c> in the client's folder; skips the test, or fails it on CI, where the packages are not there.</summary>
    /// <param name="name">The folder.</param>
    /// <param name="environment">What the program finds in its environment.</param>
    /// <param name="arguments">What follows <c>node</c>.</param>
    public static ProcessOutput Run(string name, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var folder = RepositoryRoot.Combine("tests", "clients", name);
        if (!File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
            RequiredServices.Missing($"The packages of tests/clients/{name} are missing. Run npm ci there, or ./test.");
        var start = new ProcessStartInfo("node", arguments) { WorkingDirectory = folder };
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        return ProcessRunner.Run(start);
    }

    /// <summary>What a client of Langfuse finds in its environment to reach a server.</summary>
    public static Dictionary<string, string> Langfuse(Server server) => new()
    {
        ["LANGFUSE_BASE_URL"] = server.Address,
        ["LANGFUSE_HOST"] = server.Address,
        ["LANGFUSE_PUBLIC_KEY"] = "pk-any",
        ["LANGFUSE_SECRET_KEY"] = server.Key,
    };
}
