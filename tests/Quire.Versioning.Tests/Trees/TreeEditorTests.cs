using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Tests.Trees;

public sealed class TreeEditorTests
{
    private readonly ObjectStore _store = new();

    [Fact]
    public void Random_edits_give_the_tree_that_the_same_files_give_from_scratch()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var files = new Dictionary<string, ObjectId>(StringComparer.Ordinal);
            var root = Write(null, files.Select(f => (f.Key, (ObjectId?)f.Value)));
            for (var round = 0; round < 6; round++)
            {
                var edits = new Dictionary<string, ObjectId?>(StringComparer.Ordinal);
                for (var i = random.Next(1, 8); i > 0; i--)
                {
                    var path = string.Join('/', Enumerable.Range(0, random.Next(1, 4)).Select(d => $"{(d == 0 ? "x" : "")}{random.Next(3)}")) + ".md";
                    edits[path] = random.Next(3) == 0 ? null : Blob($"{random.Next(50)}");
                }
                foreach (var (path, blob) in edits)
                {
                    if (blob is { } id)
                        files[path] = id;
                    else
                        files.Remove(path);
                }
                root = Write(root, edits.Select(e => (e.Key, e.Value)));
                root.ShouldBe(Write(null, files.Select(f => (f.Key, (ObjectId?)f.Value))), $"seed {seed}");
                TreeWalker.Files(_store, root).Select(f => (f.Path, f.Id)).OrderBy(f => f.Path, StringComparer.Ordinal).ShouldBe(files.Select(f => (f.Key, f.Value)).OrderBy(f => f.Key, StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public void Only_trees_on_the_way_are_written_each_with_the_one_it_was_made_from()
    {
        var root = Write(null, [("a/b/one", Blob("1")), ("a/c/two", Blob("2")), ("d/three", Blob("3"))]);
        var staging = new StagingArea(_store);
        var editor = new TreeEditor(staging, root);
        editor.Set("a/b/one", Blob("new"));

        editor.Write(staging);

        staging.Objects.Select(o => o.MadeFrom).ShouldBe([
            TreeWalker.Find(_store, root, "a/b")!.Value.Id,
            TreeWalker.Find(_store, root, "a")!.Value.Id,
            root]);
    }

    [Fact]
    public void Folders_that_become_empty_vanish_and_an_empty_root_stays()
    {
        var root = Write(null, [("a/b/one", Blob("1")), ("two", Blob("2"))]);

        var without = Write(root, [("a", null)]);

        TreeWalker.Files(_store, without).Select(f => f.Path).ShouldBe(["two"]);
        Write(without, [("two", null), ("never/there", null), ("two/below", null)]).ShouldBe(ObjectId.EmptyTree);
    }

    [Fact]
    public void A_file_does_not_stand_where_a_folder_is_needed_unless_it_goes_in_the_same_change()
    {
        var root = Write(null, [("a", Blob("1")), ("d/e", Blob("2"))]);

        Should.Throw<VersioningException>(() => Write(root, [("a/b", Blob("3"))])).Code.ShouldBe(VersioningCodes.FileFolderClash);
        Should.Throw<VersioningException>(() => Write(root, [("d", Blob("3"))])).Subject.ShouldBe("d");
        var swapped = Write(root, [("a", null), ("a/b", Blob("3")), ("d/e", null), ("d", Blob("4"))]);
        TreeWalker.Files(_store, swapped).Select(f => f.Path).ShouldBe(["a/b", "d"]);
    }

    [Fact]
    public void Refused_paths_and_depths_do_not_get_in()
    {
        var editor = new TreeEditor(_store, null);

        Should.Throw<VersioningException>(() => editor.Set("a/.git/x", ObjectId.EmptyBlob)).Code.ShouldBe(VersioningCodes.RefusedPath);
        Should.Throw<VersioningException>(() => editor.Set("a", ObjectId.EmptyBlob, EntryMode.Symlink)).Code.ShouldBe(VersioningCodes.RefusedMode);
        var deep = string.Join('/', Enumerable.Repeat("d", VersioningLimits.TreeDepth + 1));
        Should.Throw<VersioningException>(() => editor.Set(deep, ObjectId.EmptyBlob)).Code.ShouldBe(VersioningCodes.LimitExceeded);
    }

    private ObjectId Blob(string text) => _store.Add(GitObject.Blob(System.Text.Encoding.UTF8.GetBytes(text)));

    private ObjectId Write(ObjectId? root, IEnumerable<(string Path, ObjectId? Blob)> edits)
    {
        var staging = new StagingArea(_store);
        var editor = new TreeEditor(staging, root);
        foreach (var (path, blob) in edits)
        {
            if (blob is { } id)
                editor.Set(path, id);
            else
                editor.Remove(path);
        }
        var tree = editor.Write(staging);
        foreach (var staged in staging.Objects)
            _store.Add(staged.Value);
        return tree;
    }
}
