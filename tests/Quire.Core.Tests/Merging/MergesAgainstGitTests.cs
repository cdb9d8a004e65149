using System.Text;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Merging;
using Quire.Versioning.Objects;

namespace Quire.Core.Tests.Merging;

/// <summary>Every merge of a real history, made again by the service in a project that holds the history: the tree, or the conflicted paths, are those of git.</summary>
public sealed class MergesAgainstGitTests
{
    [Fact]
    public async Task The_107_recorded_merges_come_out_as_git_makes_them()
    {
        using var fabric = new FabricHistory();
        await using var shop = await Workshop.Open();
        await fabric.Push(shop);
        var merges = fabric.Git.Run("rev-list", "--min-parents=2", "--max-parents=2", "--parents", "HEAD").Split('\n')
            .Select(line => line.Split(' ')).Select(ids => (Ours: ids[1], Theirs: ids[2])).ToList();
        merges.Count.ShouldBe(107);
        var verdicts = Judge(fabric, merges);

        for (var number = 0; number < merges.Count; number++)
            (await Merge(shop, $"ours/{number}", merges[number])).ShouldBe(verdicts[number], $"{merges[number]}");

        verdicts.Count(verdict => verdict.StartsWith("tree", StringComparison.Ordinal)).ShouldBeGreaterThan(90);
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }

    private static async Task<string> Merge(Workshop shop, string branch, (string Ours, string Theirs) merge)
    {
        await shop.Door.Apply(new Change { Actor = shop.Owner, Project = await shop.TheProject(), Moves = [new BranchMove($"refs/heads/{branch}", null, ObjectId.Parse(merge.Ours))] });
        try
        {
            var outcome = await shop.Merges.Merge(shop.Owner, new MergeRequest { Project = Workshop.Project, Into = branch, From = $"sha:{merge.Theirs}", Mode = MergeMode.Merge });
            var commit = (await shop.History.Show(shop.Owner, Workshop.Project, outcome.Applied!.Head!)).Commit;
            commit.Parents.Select(parent => parent.ToString()).ShouldBe([merge.Ours, merge.Theirs]);
            return $"tree {commit.Tree}";
        }
        catch (QuireException refusal) when (refusal.Error.Code == "merge_conflict")
        {
            return $"conflicts {string.Join(' ', refusal.Error.Conflicts.Select(file => file.Path))}";
        }
    }

    // Each answer of git ends in an empty field; the fields before it are cleanliness, tree and the stages of conflicted paths.
    private static List<string> Judge(FabricHistory fabric, IEnumerable<(string Ours, string Theirs)> merges)
    {
        var input = Encoding.ASCII.GetBytes(string.Concat(merges.Select(merge => $"{merge.Ours} {merge.Theirs}\n")));
        var output = fabric.Git.RunWithInput(input, "-c", "merge.directoryRenames=false", "merge-tree", "--write-tree", "--no-messages", "--stdin", "-z");
        var answers = output.TrimEnd('\0').Split("\0\0");
        return [.. answers.Select(answer => answer.Trim('\0').Split('\0')).Select(fields => fields[0] == "1"
            ? $"tree {fields[1]}"
            : $"conflicts {string.Join(' ', fields.Skip(2).Select(stage => stage[(stage.IndexOf('\t', StringComparison.Ordinal) + 1)..]).Distinct())}")];
    }
}
