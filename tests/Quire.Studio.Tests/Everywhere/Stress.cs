using Quire.Studio.Tests.Support;
using Quire.Testing;
using Quire.Testing.Processes;

namespace Quire.Studio.Tests.Everywhere;

/// <summary>Projects that are hard to show well.</summary>
internal static class Stress
{
    private static readonly string LongFolder = new('a', 100);
    /// <summary>The path of a prompt of two hundred characters.</summary>
    public static string LongPath { get; } = $"{LongFolder}/{new string('b', 99)}";
    private static readonly string LongSet = new('s', 64);

    /// <summary>The name of a branch with nearly two hundred characters.</summary>
    public static string LongBranch { get; } = $"{new string('n', 90)}/{new string('o', 90)}";

    /// <summary>The addresses of screens that show a prompt, or all, on that branch.</summary>
    public static IReadOnlyList<(string Name, string Address)> OnLongBranch(string prompt) =>
    [
        .. ((string[])[$"edit/{prompt}", $"history/{prompt}", "changes"]).Select(screen => ($"{screen.Split('/')[0]}-branch", $"/projects/prompts/{screen}?branch={Uri.EscapeDataString(LongBranch)}")),
        ("branches", $"/projects/prompts/branches/{LongBranch}"),
        ("merge", $"/projects/prompts/merge?from={Uri.EscapeDataString(LongBranch)}&into=main"),
        ("compare", $"/projects/prompts/compare?from={prompt}@ref:main&to={prompt}@ref:{Uri.EscapeDataString(LongBranch)}"),
    ];

    /// <summary>The address of a screen of <see cref="LongNames"/>.</summary>
    /// <param name="address">The screen's address in the demonstration.</param>
    public static string WithLongNames(string address) =>
        address.Split('?')[0].Replace("support/answer", LongPath, StringComparison.Ordinal).Replace("sets/care", $"sets/{LongSet}", StringComparison.Ordinal);

    /// <summary>The address of a screen where another prompt stands for that of the demonstration.</summary>
    /// <param name="address">The screen's address in the demonstration.</param>
    /// <param name="prompt">The prompt.</param>
    /// <param name="words">What a search asks for.</param>
    public static string With(string address, string prompt, string words) => address
        .Replace("support/answer", prompt, StringComparison.Ordinal)
        .Replace("?tenant=acme&features=billing", "", StringComparison.Ordinal)
        .Replace("q=refund", $"q={words}", StringComparison.Ordinal);

    /// <summary>A branch on which a file says something else.</summary>
    public static async Task Branch(StudioServer server, string branch, string path)
    {
        var head = (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/branches/main")).GetProperty("head").GetString();
        await server.Send(HttpMethod.Put, $"{StudioServer.Project}/branches/{Uri.EscapeDataString(branch)}", new { head });
        await server.Send(HttpMethod.Post, $"{StudioServer.Project}/commits", new { branch, message = $"Change {path}", changes = new[] { new { path, content = "---\ndialect: text\n---\nHello again.\n" } } });
    }

    /// <summary>A prompt whose path has two hundred characters, with a contribution, a merge point and a variable with long names, in a set with one.</summary>
    public static async Task LongNames(StudioServer server)
    {
        var (point, variable, scope) = (new string('m', 60), new string('v', 60), new string('t', 100));
        await server.Commit(
            ($"{LongPath}.prompt.md", $"---\ndescription: {new string('d', 300)}\ntags: [{new string('g', 40)}]\n---\nHello {{{{ {variable} }}}}.\n{{% merge_point \"{point}\" %}}{new string('x', 300)}{{% endmerge_point %}}\n"),
            ($"{LongFolder}/{new string('c', 99)}.prompt.md", $"---\nextends: {LongPath}\nlayer: tenant\nscope: {scope}\n---\n{{% contribute \"{point}\" %}}{new string('y', 300)}{{% endcontribute %}}\n"));
        await server.Send(HttpMethod.Put, $"{StudioServer.Project}/sets/{LongSet}", new { folder = LongFolder, version = "1.0.0", description = new string('d', 300) });
        await Branch(server, LongBranch, $"{LongPath}.prompt.md");
    }

    /// <summary>The public collection of tests/data, each file as a prompt of plain text.</summary>
    public static async Task Collection(StudioServer server)
    {
        using var folder = new TempFolder();
        new GitCli(folder.Path).Run("clone", "--quiet", RepositoryRoot.Combine("tests", "data", "fabric-patterns.bundle"), "collection");
        var root = folder.Combine("collection");
        var files = new GitCli(root).Run("ls-files", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var prompts = files.Select(file => (Path.ChangeExtension(file, ".prompt.md"), $"---\ndialect: text\n---\n{File.ReadAllText(Path.Combine(root, file))}"));
        foreach (var some in prompts.DistinctBy(prompt => prompt.Item1).Chunk(50))
            await server.Commit(some);
    }

    /// <summary>Ten thousand small prompts in a hundred folders.</summary>
    public static async Task TenThousand(StudioServer server)
    {
        var prompts = Enumerable.Range(0, 10_000).Select(at => ($"area-{at % 100:00}/prompt-{at:00000}.prompt.md", $"---\ndescription: Number {at} of many\ntags: [tag-{at % 7}]\n---\nSay {at} to {{{{ name }}}}.\n"));
        foreach (var some in prompts.Chunk(1000))
            await server.Commit(some);
    }
}
