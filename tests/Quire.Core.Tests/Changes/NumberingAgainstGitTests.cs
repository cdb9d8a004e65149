using System.Text;
using Quire.Core.Changes;
using Quire.Testing;
using Quire.Testing.Processes;
using Quire.Versioning.Objects;

namespace Quire.Core.Tests.Changes;

/// <summary>
/// A real history of 900 commits and 107 merges, pushed as one move of the default branch. What git's own log says of it, step by step along the
/// first parents, is counted here without any of Quire's code.
/// </summary>
public sealed class NumberingAgainstGitTests
{
    [Fact]
    public async Task Numbers_of_a_real_history_are_those_that_git_itself_counts()
    {
        using var folder = new TempFolder();
        var git = new GitCli(folder.Path);
        git.Run("clone", "-q", "-b", "main", RepositoryRoot.Combine("tests", "data", "fabric-patterns.bundle"), "fabric");
        var repository = new GitCli(folder.Combine("fabric"));
        var expected = GitNumbers.Count(repository);
        await using var shop = await Workshop.Open();
        var head = ObjectId.Parse(repository.Run("rev-parse", "HEAD"));

        var applied = await shop.Door.Apply(new Change
        {
            Actor = shop.Owner,
            Project = await shop.TheProject(),
            Objects = Read(repository.RunBytes("cat-file", "--batch-all-objects", "--batch")),
            Moves = [new BranchMove("refs/heads/main", null, head)],
        });

        var listed = await shop.Lister.List(shop.Owner, Workshop.Project, limit: 1000);
        listed.Items.ToDictionary(item => item.Prompt.Path, item => item.Prompt.LastNumber).ShouldBe(expected, ignoreOrder: true);
        applied.Issued.Count.ShouldBeGreaterThan(listed.Items.Count);
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }

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
