using Quire.Versioning.Commits;
using Quire.Versioning.History;
using Quire.Versioning.Merging;
using Quire.Versioning.Objects;
using Quire.Versioning.Tests.Support;

namespace Quire.Versioning.Tests.Merging;

public sealed class RevertAndCherryPickTests : IClassFixture<BundleFixture>
{
    private readonly BundleFixture _bundle;

    public RevertAndCherryPickTests(BundleFixture bundle) => _bundle = bundle;

    /// <summary>How many commits are tried; all 200 with QUIRE_LONG=1.</summary>
    private static int Count => Environment.GetEnvironmentVariable("QUIRE_LONG") == "1" ? 200 : 24;

    [Theory]
    [InlineData("revert")]
    [InlineData("cherry-pick")]
    public void Random_commits_give_the_tree_or_the_conflicted_paths_that_git_gives(string command)
    {
        var history = new CommitHistory(_bundle.Store);
        var random = new Random(2024);
        var commits = _bundle.Store.All.Where(o => o.Kind == ObjectKind.Commit).Select(o => history.Node(o.Id)).OrderBy(n => n.Id).ToList();
        using var work = new WorkTree(_bundle.Repo);
        var conflicts = 0;
        for (var i = 0; i < Count; i++)
        {
            var commit = commits[random.Next(commits.Count)];
            var onto = random.Next(2) == 0 ? history.Node(_bundle.Tip) : commits[random.Next(commits.Count)];
            var mainline = commit.Parents.Count > 1 ? random.Next(1, 3) : 0;
            var merger = new CommitMerger(new StagingArea(_bundle.Store));
            var actual = command == "revert" ? merger.Revert(commit.Id, onto.Tree, mainline) : merger.CherryPick(commit.Id, onto.Tree, mainline);

            var (tree, paths) = work.Run(command, commit.Id, onto.Id, mainline);

            actual.ConflictedPaths.ShouldBe(paths, $"{command} {commit.Id} onto {onto.Id}");
            if (paths.Count == 0)
                actual.Tree.ToString().ShouldBe(tree, $"{command} {commit.Id} onto {onto.Id}");
            conflicts += paths.Count > 0 ? 1 : 0;
        }
        conflicts.ShouldBeInRange(1, Count - 1);
    }

    [Fact]
    public void A_merge_needs_a_mainline_that_is_there()
    {
        var merge = _bundle.Store.All.Where(o => o.Kind == ObjectKind.Commit).Select(Commit.Parse).First(c => c.Parents.Count == 2);
        var merger = new CommitMerger(new StagingArea(_bundle.Store));

        Should.Throw<VersioningException>(() => merger.Revert(merge.Id, merge.Tree)).Code.ShouldBe(VersioningCodes.BadCommit);
        Should.Throw<VersioningException>(() => merger.CherryPick(merge.Id, merge.Tree, 3)).Code.ShouldBe(VersioningCodes.BadCommit);
        merger.Revert(merge.Id, merge.Tree, 1).Tree.ShouldBe(merger.CherryPick(merge.Id, merge.Tree, 1) is { } ? _bundle.Store.ReadCommit(merge.Parents[0]).Tree : default);
    }

    [Fact]
    public void The_first_commit_can_be_taken_back()
    {
        var root = _bundle.Store.All.Where(o => o.Kind == ObjectKind.Commit).Select(Commit.Parse).First(c => c.Parents.Count == 0);

        new CommitMerger(new StagingArea(_bundle.Store)).Revert(root.Id, root.Tree).Tree.ShouldBe(ObjectId.EmptyTree);
    }

    /// <summary>A clone with a work tree in which git itself reverts and picks.</summary>
    private sealed class WorkTree : IDisposable
    {
        private readonly GitRepo _repo = new();

        public WorkTree(GitRepo origin)
        {
            _repo.Git("clone", "--quiet", "--shared", origin.Folder, "work");
            Git("config", "merge.directoryRenames", "false");
        }

        public (string Tree, List<string> Conflicts) Run(string command, ObjectId commit, ObjectId onto, int mainline)
        {
            Git("reset", "--quiet", "--hard", onto.ToString());
            string[] options = mainline > 0 ? ["-m", $"{mainline}"] : [];
            _repo.TryGit(["-C", "work", command, "--no-commit", .. options, commit.ToString()]);
            var conflicts = Git("diff", "--name-only", "--diff-filter=U", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
            var tree = conflicts.Count == 0 ? Git("write-tree").Trim() : "";
            _repo.TryGit("-C", "work", command, "--quit");
            return (tree, conflicts);
        }

        public void Dispose() => _repo.Dispose();

        private string Git(params string[] arguments) => _repo.Git(["-C", "work", .. arguments]);
    }
}
