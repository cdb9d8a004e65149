using Quire.Versioning.Commits;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Tests.Objects;

public sealed class StagingAreaTests
{
    private static readonly Signature Who = new("Ada", "ada@example.org", 1_700_000_000, 60);

    [Fact]
    public void What_the_store_has_already_is_collected_too_and_everything_once()
    {
        var store = new ObjectStore();
        var known = store.Add(GitObject.Blob("known"u8.ToArray()));
        var staging = new StagingArea(store);

        staging.AddBlob("known"u8.ToArray()).ShouldBe(known);
        var added = staging.AddBlob("new"u8.ToArray());
        staging.AddBlob("new"u8.ToArray()).ShouldBe(added);
        staging.Put(GitObject.Blob("more"u8.ToArray()));

        staging.Objects.Select(o => o.Value.Body.Length).ShouldBe([5, 3, 4]);
        staging.ReadBlob(known).Length.ShouldBe(5);
        staging.ReadBlob(added).Length.ShouldBe(3);
        store.Contains(added).ShouldBeFalse();
        store.Put(GitObject.Blob("new"u8.ToArray()));
        store.Count.ShouldBe(2);
    }

    [Fact]
    public void What_a_result_needs_is_told_from_what_was_made_on_the_way()
    {
        var staging = new StagingArea(new ObjectStore());
        staging.AddBlob("an attempt"u8.ToArray());
        var blob = staging.AddBlob("kept"u8.ToArray());
        var tree = staging.Add(Tree.Of([new TreeEntry(EntryMode.File, "f", blob)]).ToObject());
        var commit = staging.Add(Commit.Create(tree, [], Who, Who, "m\n").Raw);
        var child = staging.Add(Commit.Create(tree, [commit], Who, Who, "m\n").Raw);
        var tag = staging.Add(Tag.Create(child, ObjectKind.Commit, "t", Who, "m\n").Raw);

        staging.ReachableFrom(tag).Select(o => o.Value.Id).ShouldBe([blob, tree, commit, child, tag]);
        staging.ReachableFrom(commit, ObjectId.EmptyTree).Count.ShouldBe(3);
    }

    [Fact]
    public void An_object_with_the_id_of_another_is_refused()
    {
        var store = new ObjectStore();
        var id = store.Add(GitObject.Blob("first"u8.ToArray()));
        var staging = new StagingArea(store);
        var forged = GitObject.Known(id, ObjectKind.Blob, "other"u8.ToArray());

        Should.Throw<VersioningException>(() => staging.Add(forged)).Code.ShouldBe(VersioningCodes.IdCollision);
        Should.Throw<VersioningException>(() => staging.Put(GitObject.Known(id, ObjectKind.Tree, "first"u8.ToArray()))).Subject.ShouldBe(id.ToString());
        staging.Objects.ShouldBeEmpty();
    }

    [Fact]
    public void Missing_objects_and_objects_of_another_kind_are_named()
    {
        var store = new ObjectStore();
        var blob = store.Add(GitObject.Blob("x"u8.ToArray()));

        var missing = Should.Throw<VersioningException>(() => store.ReadCommit(ObjectId.EmptyTree));
        missing.Code.ShouldBe(VersioningCodes.MissingObject);
        missing.Subject.ShouldBe(ObjectId.EmptyTree.ToString());
        Should.Throw<VersioningException>(() => store.ReadCommit(blob)).Code.ShouldBe(VersioningCodes.WrongKind);
        Should.Throw<VersioningException>(() => store.ReadTree(blob)).Message.ShouldContain("is a blob, not a tree");
        store.ReadTree(ObjectId.EmptyTree).Entries.ShouldBeEmpty();
    }

    [Fact]
    public void Tags_are_followed_to_what_they_point_at_but_not_for_ever()
    {
        var store = new ObjectStore();
        var target = store.Add(GitObject.Blob("x"u8.ToArray()));
        var (tip, kind) = (target, ObjectKind.Blob);
        for (var i = 0; i < VersioningLimits.TagDepth; i++)
            (tip, kind) = (store.Add(Tag.Create(tip, kind, $"t{i}", Who, "m\n").Raw), ObjectKind.Tag);

        store.Peel(tip).Id.ShouldBe(target);
        tip = store.Add(Tag.Create(tip, kind, "one more", Who, "m\n").Raw);
        Should.Throw<VersioningException>(() => store.Peel(tip)).Code.ShouldBe(VersioningCodes.LimitExceeded);
    }

    [Theory]
    [InlineData(ObjectKind.Blob, "blob")]
    [InlineData(ObjectKind.Tree, "tree")]
    [InlineData(ObjectKind.Commit, "commit")]
    [InlineData(ObjectKind.Tag, "tag")]
    public void Kinds_have_the_names_of_git(ObjectKind kind, string name)
    {
        kind.Name().ShouldBe(name);
        ObjectKinds.TryParse(name, out var again).ShouldBeTrue();
        again.ShouldBe(kind);
        ObjectKinds.TryParse("other", out _).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => ((ObjectKind)9).Name());
    }
}
