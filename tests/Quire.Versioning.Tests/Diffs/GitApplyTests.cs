using Quire.Versioning.Diffs;
using Quire.Versioning.Objects;
using Quire.Versioning.Tests.Support;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Tests.Diffs;

public sealed class GitApplyTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    public void Patches_of_5000_random_pairs_apply_and_give_the_target(int context)
    {
        const int seed = 4711;
        var random = new Random(seed);
        var store = new ObjectStore();
        var objects = new StagingArea(store);
        var old = new TreeEditor(objects, null);
        var target = new TreeEditor(objects, null);
        for (var i = 0; i < 5000; i++)
            AddPair(random, objects, old, target, i);
        var oldTree = old.Write(objects);
        var newTree = target.Write(objects);
        using var repo = new GitRepo();
        repo.Import([.. objects.Objects.Select(o => o.Value)]);

        var patch = PatchWriter.Write(objects, TreeDiff.Compute(objects, oldTree, newTree), context);

        repo.Git("read-tree", oldTree.ToString());
        string[] zero = context == 0 ? ["--unidiff-zero"] : [];
        repo.GitBytes(patch, ["apply", "--cached", "--whitespace=nowarn", .. zero]);
        repo.Git("write-tree").Trim().ShouldBe(newTree.ToString(), $"seed {seed}");
    }

    [Fact]
    public void Patches_name_paths_with_blanks_quotes_and_bytes_that_are_no_text()
    {
        var objects = new StagingArea(new ObjectStore());
        var editor = new TreeEditor(objects, null);
        var blob = objects.AddBlob("one\n"u8.ToArray());
        foreach (var path in (string[])["a b/c d.md", "quo\"te\\.md", GitPath.Decode([0x66, 0xFF, 0x2E]), "tab\there", "ünï.md", "plain"])
            editor.Set(path, blob);
        var first = editor.Write(objects);
        editor.Set("a b/c d.md", objects.AddBlob("two"u8.ToArray()), EntryMode.Executable);
        editor.Set("plain", blob, EntryMode.Executable);
        var second = editor.Write(objects);
        using var repo = new GitRepo();
        repo.Import([.. objects.Objects.Select(o => o.Value)]);

        repo.GitBytes(PatchWriter.Write(objects, TreeDiff.Compute(objects, null, first)), "apply", "--cached");
        repo.Git("write-tree").Trim().ShouldBe(first.ToString());
        repo.GitBytes(PatchWriter.Write(objects, TreeDiff.Compute(objects, first, second)), "apply", "--cached");
        repo.Git("write-tree").Trim().ShouldBe(second.ToString());
    }

    private static void AddPair(Random random, StagingArea objects, TreeEditor old, TreeEditor target, int i)
    {
        var path = $"{i % 7}/f{i}";
        var content = RandomText.New(random);
        var changed = RandomText.Change(random, content);
        var mode = random.Next(9) == 0 ? EntryMode.Executable : EntryMode.File;
        var newMode = random.Next(9) == 0 ? EntryMode.Executable : mode;
        var kind = random.Next(20);
        if (kind != 0)
            old.Set(path, objects.AddBlob(content), mode);
        if (kind != 1)
            target.Set(kind == 2 ? $"moved/g{i}" : path, objects.AddBlob(changed), newMode);
    }
}
