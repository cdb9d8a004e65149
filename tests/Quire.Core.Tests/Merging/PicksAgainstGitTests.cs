using System.Text;
using Quire.Core.Changes;
using Quire.Core.Merging;
using Quire.Testing;
using Quire.Testing.Processes;
using Quire.Versioning.Objects;

namespace Quire.Core.Tests.Merging;

/// <summary>Commits of a real history, taken back and picked on its tip: the tree, or the conflicted paths, are those of git.</summary>
public sealed class PicksAgainstGitTests
{
    private const int Sample = 10;

    [Theory]
    [InlineData("revert")]
    [InlineData("cherry-pick")]
    public async Task Trees_and_conflicted_paths_are_those_of_git(string verb)
    {
        using var folder = new TempFolder();
        new GitCli(folder.Path).Run("clone", "-q", "-b", "main", RepositoryRoot.Combine("tests", "data", "fabric-patterns.bundle"), "fabric");
        var git = new GitCli(folder.Combine("fabric"));
        await using var shop = await Workshop.Open();
        var head = ObjectId.Parse(git.Run("rev-parse", "HEAD"));
        await shop.Door.Apply(new Change
        {
            Actor = shop.Owner,
            Project = await shop.TheProject(),
            Objects = Read(git.RunBytes("cat-file", "--batch-all-objects", "--batch")),
            Moves = [new BranchMove("refs/heads/main", null, head)],
        });
        var commits = git.Run("rev-list", "--no-merges", "--min-parents=1", "HEAD").Split('\n');
        const int Seed = 5;
        var random = new Random(Seed);
        foreach (var commit in Enumerable.Range(0, Sample).Select(_ => commits[random.Next(commits.Length)]))
        {
            var request = new PickRequest { Project = Workshop.Project, Commit = $"sha:{commit}", DryRun = true };
            var outcome = verb == "revert" ? await shop.Picks.Revert(shop.Owner, request) : await shop.Picks.CherryPick(shop.Owner, request);
            var expected = Git(git, verb, commit);
            (outcome.Conflicts.Count == 0 ? outcome.Tree!.Value.ToString() : string.Join('\n', outcome.Conflicts.Select(file => file.Path)))
                .ShouldBe(expected, $"{verb} {commit}, seed {Seed}");
        }
    }

    private static string Git(GitCli git, string verb, string commit)
    {
        git.Run("reset", "-q", "--hard", "main");
        git.Try("-c", "merge.directoryRenames=false", "-c", "core.quotePath=false", verb, "--no-commit", commit);
        var conflicted = git.Run("-c", "core.quotePath=false", "diff", "--name-only", "--diff-filter=U");
        return conflicted.Length > 0 ? conflicted : git.Run("write-tree");
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
