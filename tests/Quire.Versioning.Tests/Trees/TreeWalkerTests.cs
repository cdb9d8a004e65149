using Quire.Versioning.Commits;
using Quire.Versioning.Diffs;
using Quire.Versioning.Objects;
using Quire.Versioning.Tests.Support;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Tests.Trees;

public sealed class TreeWalkerTests : IClassFixture<BundleFixture>
{
    private readonly BundleFixture _bundle;

    public TreeWalkerTests(BundleFixture bundle) => _bundle = bundle;

    [Fact]
    public void Files_are_those_of_git_ls_tree()
    {
        var expected = _bundle.Repo.Git("ls-tree", "-r", "-z", "main").Split('\0', StringSplitOptions.RemoveEmptyEntries);

        TreeWalker.Files(_bundle.Store, Root("main")).Select(f => $"{f.Mode.ToSixDigits()} blob {f.Id}\t{f.Path}").ShouldBe(expected);
    }

    [Theory]
    [InlineData("main~300", "main", null)]
    [InlineData("main", "main~40", null)]
    [InlineData("main~100", "main", "summarize")]
    [InlineData("main~700", "main", "extract_wisdom/system.md")]
    public void Differences_are_those_of_git_diff_tree(string old, string @new, string? under)
    {
        string[] limit = under is null ? [] : ["--", under];
        var expected = _bundle.Repo.Git(["diff-tree", "-r", "-z", "--no-renames", "--name-status", old, @new, .. limit]).Split('\0', StringSplitOptions.RemoveEmptyEntries);

        var actual = TreeWalker.Diff(_bundle.Store, Root(old), Root(@new), under).SelectMany(c => (string[])[c.IsAdded ? "A" : c.IsDeleted ? "D" : "M", c.Path]);

        actual.ShouldBe(expected);
    }

    [Theory]
    [InlineData("main~300", "main")]
    [InlineData("main~400", "main~300")]
    public void Renames_are_those_of_git_diff_tree_but_for_empty_files(string old, string @new)
    {
        var root = Root(@new);
        var expected = _bundle.Repo.Git("diff-tree", "-r", "-M", "--diff-filter=R", "--name-only", "-z", old, @new).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => TreeWalker.Find(_bundle.Store, root, p)!.Value.Id != ObjectId.EmptyBlob);

        var actual = TreeDiff.Compute(_bundle.Store, Root(old), root).Where(d => d.IsRenamed).Select(d => d.Path);

        actual.Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_path_is_found_or_not()
    {
        var root = Root("main");

        TreeWalker.Find(_bundle.Store, root, "")!.Value.Id.ShouldBe(root);
        TreeWalker.Find(_bundle.Store, root, "summarize")!.Value.Mode.ShouldBe(EntryMode.Tree);
        TreeWalker.Find(_bundle.Store, root, "summarize/system.md")!.Value.Mode.ShouldBe(EntryMode.File);
        TreeWalker.Find(_bundle.Store, root, "summarize/system.md/x").ShouldBeNull();
        TreeWalker.Find(_bundle.Store, root, "nowhere").ShouldBeNull();
        TreeWalker.Find(_bundle.Store, ObjectId.EmptyTree, "x").ShouldBeNull();
        TreeWalker.Diff(_bundle.Store, root, root).ShouldBeEmpty();
        TreeWalker.Diff(_bundle.Store, root, root, "summarize").ShouldBeEmpty();
        TreeWalker.Diff(_bundle.Store, root, null, "summarize/system.md").ShouldHaveSingleItem().IsDeleted.ShouldBeTrue();
    }

    [Fact]
    public void A_file_that_became_a_folder_differs_as_both()
    {
        var staging = new StagingArea(new ObjectStore());
        var blob = staging.AddBlob("x"u8.ToArray());
        var (first, second) = (new TreeEditor(staging, null), new TreeEditor(staging, null));
        first.Set("a", blob);
        second.Set("a/b", blob);
        var (old, @new) = (first.Write(staging), second.Write(staging));

        TreeWalker.Diff(staging, old, @new).Select(c => (c.Path, c.IsAdded)).ShouldBe([("a", false), ("a/b", true)]);
        TreeWalker.Diff(staging, old, @new, "a").Select(c => (c.Path, c.IsAdded)).ShouldBe([("a", false), ("a/b", true)]);
    }

    [Fact]
    public void A_tree_that_is_too_deep_is_refused_and_not_walked()
    {
        var store = new ObjectStore();
        var tree = store.Add(Tree.Of([new TreeEntry(EntryMode.File, "f", ObjectId.EmptyBlob)]).ToObject());
        for (var i = 0; i <= VersioningLimits.TreeDepth; i++)
            tree = store.Add(Tree.Of([new TreeEntry(EntryMode.Tree, "d", tree)]).ToObject());

        Should.Throw<VersioningException>(() => TreeWalker.Files(store, tree).Count()).Code.ShouldBe(VersioningCodes.LimitExceeded);
    }

    [Fact]
    public void A_tree_that_multiplies_at_every_level_is_refused()
    {
        var store = new ObjectStore();
        var tree = store.Add(Tree.Of([new TreeEntry(EntryMode.File, "f", ObjectId.EmptyBlob)]).ToObject());
        for (var i = 0; i < 9; i++)
        {
            var below = tree;
            tree = store.Add(Tree.Of(Enumerable.Range(0, 20).Select(n => new TreeEntry(EntryMode.Tree, $"{n}", below))).ToObject());
        }

        Should.Throw<VersioningException>(() => TreeWalker.Files(store, tree).Count()).Code.ShouldBe(VersioningCodes.LimitExceeded);
    }

    private ObjectId Root(string name) => Commit.Parse(_bundle.Store.Read(ObjectId.Parse(_bundle.Repo.Git("rev-parse", name).Trim()))).Tree;
}
