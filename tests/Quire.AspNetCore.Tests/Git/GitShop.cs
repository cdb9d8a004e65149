using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;
using Quire.Testing;
using Quire.Testing.Processes;

namespace Quire.AspNetCore.Tests.Git;

/// <summary>A server, a folder for repositories, and git.</summary>
public sealed class GitShop : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    private GitShop(RunningQuire quire) => Quire = quire;

    public RunningQuire Quire { get; }

    public static async Task<GitShop> Open() => new(await RunningQuire.Start());

    /// <summary>The address of a project, with a key in it.</summary>
    public string Url(string project, string? key = null) => $"http://git:{key ?? Quire.Owner}@{Quire.Address.Authority}/git/main/{project}.git";

    /// <summary>An empty repository.</summary>
    public GitCli New(string name) => GitCli.Init(Directory.CreateDirectory(_folder.Combine(name)).FullName);

    /// <summary>The public collection with its history of 900 commits.</summary>
    public GitCli Fabric() => Cloned(RepositoryRoot.Combine("tests", "data", "fabric-patterns.bundle"), "fabric", "--branch", "main");

    /// <summary>A clone.</summary>
    public GitCli Cloned(string from, string name, params string[] options)
    {
        new GitCli(_folder.Path).Run(["clone", "--quiet", .. options, from, name]);
        return new GitCli(_folder.Combine(name));
    }

    /// <summary>git outside of any repository.</summary>
    public GitCli Outside() => new(_folder.Path);

    /// <summary>A repository with one prompt, pushed to a project.</summary>
    public GitCli Pushed(string project, string name = "work")
    {
        var work = New(name);
        Write(work, "greet.prompt.md", "Hello {{ name }}\n");
        work.CommitAll("First");
        work.Run("remote", "add", "origin", Url(project));
        work.Run("push", "--quiet", "-u", "origin", "main");
        return work;
    }

    /// <summary>A key.</summary>
    public Task<string> Key(Permissions permissions, params string[] tenants) => Quire.Key(permissions, tenants: tenants.Length > 0 ? tenants : null);

    /// <summary>How many objects the projects have.</summary>
    public Task<int> ObjectCount(string project) => Quire.Store.Read(session =>
        session.Projects.Find(Quire.Organisation.Id, project) is { } found ? session.Objects.List(found.Id, null, 100_000).Count : 0);

    public static void Write(GitCli repository, string path, string text)
    {
        var file = Path.Combine(repository.Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public async ValueTask DisposeAsync()
    {
        await Quire.DisposeAsync();
        _folder.Dispose();
    }
}
