using System.Text;
using Quire.Versioning.Objects;
using Quire.Versioning.Tests.Support;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Tests.Trees;

public sealed class TreeTests
{
    private static readonly ObjectId Id = ObjectId.EmptyBlob;

    [Fact]
    public void Trees_are_ordered_and_written_as_git_does()
    {
        using var repo = new GitRepo();
        var blob = repo.GitText("x", "hash-object", "-w", "--stdin").Trim();
        var subtree = repo.GitText($"100644 blob {blob}\tf\n", "mktree").Trim();
        string[] names = ["a", "a.b", "a-b", "ab", "b", "é", "z\u00e9", "𝒜", "\uffee", "A"];
        var listing = string.Concat(names.Select((n, i) => i % 3 == 0 ? $"040000 tree {subtree}\t{n}\0" : $"100755 blob {blob}\t{n}\0"));
        var expected = repo.GitText(listing, "mktree", "-z").Trim();

        var tree = Tree.Of(names.Select((n, i) => i % 3 == 0
            ? new TreeEntry(EntryMode.Tree, n, ObjectId.Parse(subtree))
            : new TreeEntry(EntryMode.Executable, n, ObjectId.Parse(blob))));

        tree.ToObject().Id.ToString().ShouldBe(expected);
        Tree.Parse(tree.Serialize()).Entries.ShouldBe(tree.Entries);
        Tree.ParseStrict(tree.Serialize(), TreeRules.Base).Entries.ShouldBe(tree.Entries);
        foreach (var name in names)
            tree.TryGet(name, out _).ShouldBeTrue();
        tree.TryGet("nowhere", out _).ShouldBeFalse();
    }

    [Fact]
    public void Entries_are_found_in_large_trees_too()
    {
        var tree = Tree.Of(Enumerable.Range(0, 500).Select(i => new TreeEntry(i % 2 == 0 ? EntryMode.Tree : EntryMode.File, $"n{i}", Id)));

        Enumerable.Range(0, 500).Count(i => tree.TryGet($"n{i}", out _)).ShouldBe(500);
        tree.TryGet("n", out _).ShouldBeFalse();
        tree.TryGet("o", out _).ShouldBeFalse();
    }

    [Fact]
    public void Names_that_are_no_text_survive()
    {
        byte[] name = [0x66, 0xFF, 0xC3, 0x28, 0xF0, 0x9D, 0x92, 0x9C, 0xC3, 0xA9, 0xED, 0xA0, 0x80];
        byte[] body = [.. "100644 "u8, .. name, 0, .. Id.ToByteArray()];

        var tree = Tree.Parse(body);

        GitPath.IsText(tree.Entries[0].Name).ShouldBeFalse();
        tree.Serialize().ShouldBe(body);
        GitPath.Encode(GitPath.Decode(name)).ShouldBe(name);
        GitPath.IsText("é𝒜").ShouldBeTrue();
        GitPath.IsText("x\ud83d").ShouldBeFalse();
        GitPath.Encode("x\ud83d").ShouldBe("x\uFFFD"u8.ToArray());
    }

    [Fact]
    public void Order_is_that_of_bytes_where_it_differs_from_that_of_characters()
    {
        string[] paths = ["a", "a/b", "é", "\uffee", "𝒜", "𝒜b", "a\uDCFF", "z"];
        foreach (var left in paths)
        {
            foreach (var right in paths)
            {
                Math.Sign(GitPath.Compare(left, right)).ShouldBe(Math.Sign(GitPath.Encode(left).AsSpan().SequenceCompareTo(GitPath.Encode(right))));
                Math.Sign(GitPath.CompareEntries(left, true, right, true)).ShouldBe(Math.Sign(GitPath.Encode(left + "/").AsSpan().SequenceCompareTo(GitPath.Encode(right + "/"))));
            }
        }
    }

    [Theory]
    [InlineData("100644 a", VersioningCodes.BadTree)]
    [InlineData("100644 a\0short", VersioningCodes.BadTree)]
    [InlineData("100644 \0IIIIIIIIIIIIIIIIIIII", VersioningCodes.BadTree)]
    [InlineData("1006x4 a\0IIIIIIIIIIIIIIIIIIII", VersioningCodes.BadTree)]
    [InlineData("10064400 a\0IIIIIIIIIIIIIIIIIIII", VersioningCodes.BadTree)]
    [InlineData(" a\0IIIIIIIIIIIIIIIIIIII", VersioningCodes.BadTree)]
    [InlineData("0100644 a\0IIIIIIIIIIIIIIIIIIII", VersioningCodes.BadTree)]
    [InlineData("100644 b\0IIIIIIIIIIIIIIIIIIII100644 a\0IIIIIIIIIIIIIIIIIIII", VersioningCodes.UnsortedTree)]
    [InlineData("100644 a\0IIIIIIIIIIIIIIIIIIII100644 a\0IIIIIIIIIIIIIIIIIIII", VersioningCodes.UnsortedTree)]
    [InlineData("100644 a\0IIIIIIIIIIIIIIIIIIII100644 a.b\0IIIIIIIIIIIIIIIIIIII40000 a\0IIIIIIIIIIIIIIIIIIII", VersioningCodes.UnsortedTree)]
    [InlineData("100644 .git\0IIIIIIIIIIIIIIIIIIII", VersioningCodes.RefusedPath)]
    [InlineData("40000 ..\0IIIIIIIIIIIIIIIIIIII", VersioningCodes.RefusedPath)]
    [InlineData("100644 a/b\0IIIIIIIIIIIIIIIIIIII", VersioningCodes.RefusedPath)]
    [InlineData("120000 link\0IIIIIIIIIIIIIIIIIIII", VersioningCodes.RefusedMode)]
    [InlineData("160000 module\0IIIIIIIIIIIIIIIIIIII", VersioningCodes.RefusedMode)]
    [InlineData("100664 old\0IIIIIIIIIIIIIIIIIIII", VersioningCodes.RefusedMode)]
    public void A_tree_from_outside_that_is_not_right_is_refused(string body, string code)
    {
        var error = Should.Throw<VersioningException>(() => Tree.ParseStrict(Encoding.UTF8.GetBytes(body), TreeRules.Base, "folder"));

        error.Code.ShouldBe(code);
        if (code is VersioningCodes.RefusedMode or VersioningCodes.RefusedPath)
            error.Subject!.ShouldStartWith("folder/");
    }

    [Fact]
    public void Two_entries_of_one_name_make_no_tree() =>
        Should.Throw<VersioningException>(() => Tree.Of([new TreeEntry(EntryMode.File, "a", Id), new TreeEntry(EntryMode.File, "a", Id)])).Code.ShouldBe(VersioningCodes.UnsortedTree);
}
