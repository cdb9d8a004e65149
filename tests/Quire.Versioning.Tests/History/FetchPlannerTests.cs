using Quire.Versioning.History;
using Quire.Versioning.Objects;
using Quire.Versioning.Tests.Support;

namespace Quire.Versioning.Tests.History;

public sealed class FetchPlannerTests : IClassFixture<BundleFixture>
{
    private readonly BundleFixture _bundle;

    public FetchPlannerTests(BundleFixture bundle) => _bundle = bundle;

    [Fact]
    public void A_clone_gets_everything_once()
    {
        var plan = Plan(new FetchRequest { Wants = [_bundle.Tip] });

        plan.Objects.Count.ShouldBe(_bundle.Store.Count);
        plan.Objects.Select(o => o.Id).Distinct().Count().ShouldBe(plan.Objects.Count);
        plan.Shallow.ShouldBeEmpty();
        plan.Objects.ShouldAllBe(o => _bundle.Store.Read(o.Id).Kind == o.Kind);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(120)]
    public void A_shallow_clone_is_cut_where_git_cuts_it_and_is_whole(int depth)
    {
        var plan = Plan(new FetchRequest { Wants = [_bundle.Tip], Depth = depth });
        using var git = new GitRepo();
        git.Git("fetch", "--quiet", $"--depth={depth}", new Uri(_bundle.Repo.Folder).AbsoluteUri, "main");
        plan.Shallow.Select(s => s.ToString()).Order(StringComparer.Ordinal).ShouldBe(File.ReadAllLines(Path.Combine(git.Folder, "shallow")).Order(StringComparer.Ordinal));

        using var ours = new GitRepo();
        File.WriteAllLines(Path.Combine(ours.Folder, "shallow"), plan.Shallow.Select(s => s.ToString()));
        ours.Import([.. plan.Objects.Select(o => _bundle.Store.Read(o.Id))]);
        ours.Git("update-ref", "refs/heads/main", _bundle.Tip.ToString());
        ours.TryGit("fsck", "--connectivity-only").Code.ShouldBe(0);
        ours.Git("rev-list", "--count", "main").ShouldBe(git.Git("rev-list", "--count", "FETCH_HEAD"));
    }

    [Fact]
    public void Deepening_sends_the_older_commits_and_moves_the_border()
    {
        var shallow = Plan(new FetchRequest { Wants = [_bundle.Tip], Depth = 3 });
        var deeper = Plan(new FetchRequest { Wants = [_bundle.Tip], Haves = [_bundle.Tip], ClientShallow = shallow.Shallow, Depth = 10 });
        using var ours = new GitRepo();
        var shallowNow = shallow.Shallow.Except(deeper.Unshallow).Union(deeper.Shallow).ToList();
        File.WriteAllLines(Path.Combine(ours.Folder, "shallow"), shallowNow.Select(s => s.ToString()));
        ours.Import([.. shallow.Objects.Concat(deeper.Objects).Select(o => o.Id).Distinct().Select(id => _bundle.Store.Read(id))]);
        ours.Git("update-ref", "refs/heads/main", _bundle.Tip.ToString());

        ours.TryGit("fsck", "--connectivity-only").Code.ShouldBe(0);
        deeper.Unshallow.ShouldNotBeEmpty();
        deeper.Objects.Select(o => o.Id).Intersect(shallow.Objects.Where(o => o.Kind == ObjectKind.Commit).Select(o => o.Id)).ShouldBeEmpty();
    }

    [Fact]
    public void A_client_gets_only_what_it_does_not_have_and_the_result_is_whole()
    {
        foreach (var back in (int[])[1, 17, 300])
        {
            var have = ObjectId.Parse(_bundle.Repo.Git("rev-parse", $"main~{back}").Trim());
            var plan = Plan(new FetchRequest { Wants = [_bundle.Tip], Haves = [have, ObjectHash.OfBlob("unknown"u8)] });
            using var client = new GitRepo();
            client.Git("fetch", "--quiet", _bundle.Repo.Folder, have.ToString());
            client.Import([.. plan.Objects.Select(o => _bundle.Store.Read(o.Id))]);
            client.Git("update-ref", "refs/heads/main", _bundle.Tip.ToString());

            client.TryGit("fsck", "--connectivity-only").Code.ShouldBe(0);
            var commits = plan.Objects.Count(o => o.Kind == ObjectKind.Commit);
            commits.ShouldBe(int.Parse(_bundle.Repo.Git("rev-list", "--count", $"{have}..main"), System.Globalization.CultureInfo.InvariantCulture));
        }
        Plan(new FetchRequest { Wants = [_bundle.Tip], Haves = [_bundle.Tip] }).Objects.ShouldBeEmpty();
    }

    [Fact]
    public void Tags_and_blobs_can_be_wanted_and_what_is_not_there_cannot()
    {
        var staging = new StagingArea(_bundle.Store);
        var who = new Quire.Versioning.Commits.Signature("T", "t@example.org", 1);
        var tag = staging.Add(Quire.Versioning.Commits.Tag.Create(_bundle.Tip, ObjectKind.Commit, "v1", who, "one\n").Raw);
        var blob = staging.AddBlob("loose"u8.ToArray());
        var history = new CommitHistory(staging);

        var plan = FetchPlanner.Plan(history, new FetchRequest { Wants = [tag, blob], Haves = [_bundle.Tip] });

        plan.Objects.ShouldBe([(tag, ObjectKind.Tag), (blob, ObjectKind.Blob)]);
        Should.Throw<VersioningException>(() => FetchPlanner.Plan(history, new FetchRequest { Wants = [ObjectHash.OfBlob("nowhere"u8)] })).Code.ShouldBe(VersioningCodes.MissingObject);
    }

    private FetchPlan Plan(FetchRequest request) => FetchPlanner.Plan(new CommitHistory(_bundle.Store), request);
}
