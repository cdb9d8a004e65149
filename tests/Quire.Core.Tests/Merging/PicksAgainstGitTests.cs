using System.Diagnostics;
using System.Text;
using Quire.Core.Merging;
using Quire.Testing.Processes;

namespace Quire.Core.Tests.Merging;

/// <summary>Commits of a real history, taken back and picked on its tip: the tree, or the conflicted paths, are those of git.</summary>
public sealed class PicksAgainstGitTests
{
    private const int Sample = 200;

    // One line per commit: "tree ID", or "conflicts PATH PATH …". No path of this history has a blank.
    private const string Script = """
        while read -r commit mainline; do
          git reset -q --hard main
          git -c merge.directoryRenames=false VERB --no-commit $mainline "$commit" >/dev/null 2>&1
          conflicts=$(git -c core.quotePath=false diff --name-only --diff-filter=U | tr '\n' ' ')
          if [ -n "$conflicts" ]; then echo "conflicts $conflicts"; else echo "tree $(git write-tree)"; fi
        done
        """;

    [Theory]
    [InlineData("revert")]
    [InlineData("cherry-pick")]
    public async Task Trees_and_conflicted_paths_are_those_of_git(string verb)
    {
        using var fabric = new FabricHistory();
        await using var shop = await Workshop.Open();
        await fabric.Push(shop);
        const int Seed = 5;
        var commits = fabric.Git.Run("rev-list", "--min-parents=1", "--parents", "HEAD").Split('\n').Select(line => line.Split(' ')).ToArray();
        new Random(Seed).Shuffle(commits);
        var sample = commits.Take(Sample).Select(ids => (Commit: ids[0], Mainline: ids.Length > 2 ? 1 : 0)).ToList();
        var expected = Git(fabric.Git, verb, sample);
        foreach (var ((commit, mainline), verdict) in sample.Zip(expected))
        {
            var request = new PickRequest { Project = Workshop.Project, Commit = $"sha:{commit}", Mainline = mainline, DryRun = true };
            var outcome = verb == "revert" ? await shop.Picks.Revert(shop.Owner, request) : await shop.Picks.CherryPick(shop.Owner, request);
            Describe(outcome).ShouldBe(verdict, $"{verb} {commit}, seed {Seed}");
        }
        expected.Count.ShouldBe(Sample);
        expected.Count(verdict => verdict.StartsWith("conflicts", StringComparison.Ordinal)).ShouldBeInRange(1, Sample - 1);
        TestContext.Current.TestOutputHelper?.WriteLine($"{verb}: {Sample} commits, {expected.Count(verdict => verdict.StartsWith("conflicts", StringComparison.Ordinal))} conflicting");
    }

    private static string Describe(MergeOutcome outcome) => outcome.Conflicts.Count == 0
        ? $"tree {outcome.Tree}"
        : $"conflicts {string.Join(' ', outcome.Conflicts.Select(file => file.Path))}";

    private static List<string> Git(GitCli git, string verb, IEnumerable<(string Commit, int Mainline)> sample)
    {
        var input = string.Concat(sample.Select(pick => $"{pick.Commit} {(pick.Mainline > 0 ? $"-m {pick.Mainline}" : "")}\n"));
        var start = new ProcessStartInfo("bash", ["-c", Script.Replace("VERB", verb, StringComparison.Ordinal)]) { WorkingDirectory = git.Folder };
        var output = ProcessRunner.Run(start, Encoding.ASCII.GetBytes(input)).OrThrow(verb).Output;
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd())];
    }
}
