using System.Text;
using Quire.Versioning.Commits;
using Quire.Versioning.Merging;
using Quire.Versioning.Merging.Files;
using Quire.Versioning.Objects;
using Quire.Versioning.Tests.Support;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Tests.Merging;

/// <summary>Merges that the generated ones do not reach: links, and what a merge gives an editor.</summary>
public sealed class SpecialMergesTests
{
    private readonly StagingArea _objects = new(new ObjectStore());
    private long _time = 1_700_000_000;

    [Theory]
    [InlineData("L:a", "f:one", "f:two")]
    [InlineData("-", "f:one", "L:target")]
    [InlineData("-", "L:target", "f:one")]
    [InlineData("f:base", "f:one", "L:target")]
    [InlineData("f:base", "L:target", "f:one")]
    [InlineData("L:base", "L:one", "L:two")]
    [InlineData("L:base", "L:one", "f:two")]
    [InlineData("-", "L:one", "L:two")]
    [InlineData("L:base", "L:base", "L:two")]
    [InlineData("f:base", "x:base", "f:other")]
    [InlineData("f:base", "x:one", "x:two")]
    [InlineData("-", "x:same", "f:same")]
    [InlineData("f:long enough\nto be found\nas renamed\nby its lines\n", "R:long enough\nto be found\nas renamed\nby its lines\n", "L:target")]
    [InlineData("f:long enough\nto be found\nas renamed\nby its lines\n", "RL:long enough\nto be found\nas renamed\nby its lines\n", "R:long enough\nto be found\nas renamed\nby its lines\nand more\n")]
    [InlineData("f:\0binary base", "f:\0binary one", "f:\0binary two")]
    [InlineData("f:long enough\nto be found\nas renamed\nby its lines\n", "R:long enough\nto be found\nas renamed\nby its lines\n", "S:long enough\nto be found\nas renamed\nby its lines\nmore\n")]
    public void Links_types_and_modes_are_merged_as_git_merges_them(string @base, string ours, string theirs)
    {
        var start = Save(@base);
        var pair = (Save(ours, start), Save(theirs, start));
        Judge(pair);
        Judge((pair.Item2, pair.Item1));
    }

    [Fact]
    public void Links_in_a_criss_cross_history_are_merged_as_git_merges_them()
    {
        foreach (var (first, second) in ((string, string)[])[("L:one", "L:two"), ("f:one", "L:two"), ("f:\0one", "f:\0two"), ("x:one", "f:two")])
        {
            var start = Save("f:start");
            var (one, two) = (Save(first, start), Save(second, start));
            var left = Save(first, one, two);
            var right = Save(second, two, one);
            Judge((Save("f:left", left), Save("f:right", right)));
            Judge((left, right));
        }
    }

    [Fact]
    public void A_conflict_gives_an_editor_its_pieces_and_the_paths_of_its_versions()
    {
        const string text = "one\ntwo\nthree\nfour\nfive\n";
        var start = Save("f:" + text);
        var ours = Save("R:" + text.Replace("three", "3", StringComparison.Ordinal), start);
        var theirs = Save("f:" + text.Replace("three", "drei", StringComparison.Ordinal), start);

        var merge = new CommitMerger(_objects).Merge(ours, theirs);

        var conflict = merge.Conflicts.ShouldHaveSingleItem();
        (conflict.Path, conflict.Base!.Value.Path, conflict.Ours!.Value.Path, conflict.Theirs!.Value.Path).ShouldBe(("moved", "p", "moved", "p"));
        var piece = conflict.MergeContents(_objects).Chunks.Single(c => c.Kind == MergeChunkKind.Conflict);
        Encoding.UTF8.GetString(piece.Theirs.Span).ShouldBe("drei\n");
        Encoding.UTF8.GetString(_objects.ReadBlob(conflict.Result!.Value.Id).Span).ShouldContain("<<<<<<< ours:moved\n3\n=======\ndrei\n>>>>>>> theirs:p\n");
        merge.Messages.Count(m => m.IsConflict).ShouldBe(1);
    }

    [Fact]
    public void A_version_that_is_missing_counts_as_empty()
    {
        var start = Save("f:one\n");
        var merge = new CommitMerger(_objects).Merge(Save("-", start), Save("f:two\n", start));

        var conflict = merge.Conflicts.ShouldHaveSingleItem();
        conflict.Ours.ShouldBeNull();
        conflict.MergeContents(_objects).IsClean.ShouldBeFalse();
    }

    [Fact]
    public void Histories_that_cross_too_often_are_refused()
    {
        var (one, two) = (Save("f:1"), Save("f:2"));
        for (var i = 0; i < 6; i++)
            (one, two) = (Save($"f:a{i}", one, two), Save($"f:b{i}", two, one));

        new CommitMerger(_objects).Merge(one, two).IsClean.ShouldBeFalse();
        Should.Throw<VersioningException>(() => new CommitMerger(_objects, new MergeOptions { MaxInnerMerges = 3 }).Merge(one, two)).Code.ShouldBe(VersioningCodes.LimitExceeded);
        Should.Throw<OperationCanceledException>(() => new CommitMerger(_objects, new MergeOptions { Cancellation = new CancellationToken(true) }).Merge(one, two));
    }

    private void Judge((ObjectId Ours, ObjectId Theirs) merge)
    {
        using var repo = new GitRepo();
        repo.Import([.. _objects.Objects.Select(o => o.Value)]);

        var verdict = MergeTreeJudge.Ask(repo, [merge])[0];
        verdict.ShouldNotBeNull();
        MergeComparison.Check(_objects, merge, verdict).ShouldBeNull();
    }

    // One path "p": f a file, x an executable, L a link, - nothing; R the file moved to "moved", S to "second", RL moved and a link left behind.
    private ObjectId Save(string what, params ObjectId[] parents)
    {
        var entries = new List<TreeEntry> { new(EntryMode.File, "z", _objects.AddBlob("always there\n"u8.ToArray())) };
        var colon = what.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            var blob = _objects.AddBlob(Encoding.UTF8.GetBytes(what[(colon + 1)..]));
            var link = _objects.AddBlob("somewhere"u8.ToArray());
            entries.AddRange(what[..colon] switch
            {
                "f" => [new TreeEntry(EntryMode.File, "p", blob)],
                "x" => [new TreeEntry(EntryMode.Executable, "p", blob)],
                "L" => [new TreeEntry(EntryMode.Symlink, "p", blob)],
                "R" => [new TreeEntry(EntryMode.File, "moved", blob)],
                "S" => [new TreeEntry(EntryMode.File, "second", blob)],
                _ => (TreeEntry[])[new TreeEntry(EntryMode.File, "moved", blob), new TreeEntry(EntryMode.Symlink, "p", link)],
            });
        }
        var who = new Signature("Test", "test@example.org", _time += 60);
        return _objects.Add(Commit.Create(_objects.Add(Tree.Of(entries).ToObject()), parents, who, who, "m\n").Raw);
    }
}
