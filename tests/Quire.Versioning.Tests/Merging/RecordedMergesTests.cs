using Quire.Versioning.Commits;
using Quire.Versioning.Objects;
using Quire.Versioning.Tests.Support;

namespace Quire.Versioning.Tests.Merging;

public sealed class RecordedMergesTests
{
    [Fact]
    public void Every_recorded_merge_of_a_real_history_comes_out_as_git_makes_it()
    {
        using var repo = GitRepo.OfBundle();
        var store = repo.Load();
        var merges = store.All
            .Where(o => o.Kind == ObjectKind.Commit)
            .Select(Commit.Parse)
            .Where(c => c.Parents.Count == 2)
            .Select(c => (c.Parents[0], c.Parents[1]))
            .ToList();
        merges.Count.ShouldBe(107);

        var verdicts = MergeTreeJudge.Ask(repo, merges);

        for (var i = 0; i < merges.Count; i++)
            MergeComparison.Check(store, merges[i], verdicts[i]).ShouldBeNull();
    }
}
