using System.Text;
using Quire.Core.Changes;
using Quire.Testing;
using Quire.Testing.Processes;
using Quire.Versioning.Objects;

namespace Quire.Core.Tests;

/// <summary>The real history of tests/data, 900 commits with 107 merges, cloned by git.</summary>
internal sealed class FabricHistory : IDisposable
{
    private readonly TempFolder _folder = new();

    public FabricHistory()
    {
        new GitCli(_folder.Path).Run("clone", "-q", "-b", "main", RepositoryRoot.Combine("tests", "data", "fabric-patterns.bundle"), "fabric");
        Git = new GitCli(_folder.Combine("fabric"));
    }

    /// <summary>git in the clone, at the tip of main.</summary>
    public GitCli Git { get; }

    /// <summary>The patterns' names and texts at the tip, by name.</summary>
    public IReadOnlyList<(string Name, string Text)> Patterns() =>
        [.. Directory.GetFiles(_folder.Combine("fabric"), "system.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(Path.GetDirectoryName(path))!, File.ReadAllText(path)))];

    /// <summary>Puts the whole history into the project, as one move of its default branch.</summary>
    public async Task<Applied> Push(Workshop shop) => await shop.Door.Apply(new Change
    {
        Actor = shop.Owner,
        Project = await shop.TheProject(),
        Objects = Read(Git.RunBytes("cat-file", "--batch-all-objects", "--batch")),
        Moves = [new BranchMove("refs/heads/main", null, ObjectId.Parse(Git.Run("rev-parse", "HEAD")))],
    });

    public void Dispose() => _folder.Dispose();

    private static List<StagedObject> Read(ReadOnlyMemory<byte> stream)
    {
        var found = new List<StagedObject>();
        while (stream.Length > 0)
        {
            var end = stream.Span.IndexOf((byte)'\n');
            var header = Encoding.ASCII.GetString(stream.Span[..end]).Split(' ');
            var size = int.Parse(header[2], System.Globalization.CultureInfo.InvariantCulture);
            var kind = header[1] switch { "blob" => ObjectKind.Blob, "tree" => ObjectKind.Tree, "commit" => ObjectKind.Commit, _ => ObjectKind.Tag };
            found.Add(new StagedObject(new GitObject(kind, stream.Slice(end + 1, size).ToArray()), null));
            stream = stream[(end + 2 + size)..];
        }
        return found;
    }
}
