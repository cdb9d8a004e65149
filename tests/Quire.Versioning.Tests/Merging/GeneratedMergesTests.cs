using Quire.Versioning.Merging;
using Quire.Versioning.Objects;
using Quire.Versioning.Tests.Support;

namespace Quire.Versioning.Tests.Merging;

public sealed class GeneratedMergesTests
{
    private const int FirstSeed = 20_000;

    /// <summary>2,000 merges, or as many as QUIRE_MERGES says.</summary>
    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("QUIRE_MERGES"), out var count) ? count : 2000;

    [Fact]
    public void Generated_merges_come_out_as_git_makes_them()
    {
        var store = new ObjectStore();
        store.Add(new GitObject(ObjectKind.Tree, default));
        var merges = new List<(ObjectId Ours, ObjectId Theirs)>();
        for (var seed = FirstSeed; seed < FirstSeed + Count; seed++)
        {
            var scenario = new MergeScenario(seed, store);
            merges.Add(scenario.Make());
            foreach (var staged in scenario.Objects)
                store.Add(staged.Value);
        }
        using var repo = new GitRepo();
        repo.Import([.. store.All]);

        var verdicts = MergeTreeJudge.Ask(repo, merges);

        verdicts.Count(v => v is null).ShouldBeLessThanOrEqualTo(Count / 1000);
        verdicts.Count(v => v is { Clean: false }).ShouldBeGreaterThanOrEqualTo(Count * 2 / 5);
        var kinds = verdicts.SelectMany(v => v?.Messages ?? []).Select(m => m.Split('|')[^2]).ToHashSet(StringComparer.Ordinal);
        kinds.ShouldBe(Enum.GetValues<MergeMessageKind>().Where(k => k != MergeMessageKind.DistinctTypes).Select(k => new MergeMessage(k, [], "").GitKind), ignoreOrder: true);
        var differences = merges
            .Select((merge, i) => (Seed: FirstSeed + i, Difference: MergeComparison.Check(store, merge, verdicts[i])))
            .Where(d => d.Difference is not null)
            .Select(d => $"seed {d.Seed}: {d.Difference}")
            .ToList();
        differences.ShouldBeEmpty($"{differences.Count} of {Count} differ");
    }
}
