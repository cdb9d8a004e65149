using System.Text;
using Quire.Versioning.Commits;
using Quire.Versioning.Objects;
using Quire.Versioning.Tests.Support;

namespace Quire.Versioning.Tests.Commits;

public sealed class CommitTests
{
    private static readonly Signature Who = new("Ada Lovelace", "ada@example.org", 1_700_000_000, -330);

    [Fact]
    public void A_commit_has_the_id_that_git_commit_tree_gives()
    {
        using var repo = new GitRepo();
        repo.Git("mktree");
        var expected = repo.Git("commit-tree", ObjectId.EmptyTree.ToString(), "-m", "One\n\nGrüße").Trim();
        var who = new Signature("Test", "test@example.org", 1_700_000_000);

        Commit.Create(ObjectId.EmptyTree, [], who, who, "One\n\nGrüße\n").Id.ToString().ShouldBe(expected);
    }

    [Fact]
    public void What_was_written_is_read()
    {
        var parents = new[] { ObjectId.EmptyBlob, ObjectId.EmptyTree };
        var commit = Commit.Parse(Commit.Create(ObjectId.EmptyTree, parents, Who, Who with { Name = "" }, "Subject\nsecond line\n\nBody\n").Raw);

        commit.Tree.ShouldBe(ObjectId.EmptyTree);
        commit.Parents.ShouldBe(parents);
        commit.Author.ShouldBe(Who);
        commit.Author.ToString().ShouldBe("Ada Lovelace <ada@example.org> 1700000000 -0530");
        commit.Author.Time.ShouldBe(new DateTimeOffset(2023, 11, 14, 16, 43, 20, TimeSpan.FromMinutes(-330)));
        Signature.At(Who.Name, Who.Email, Who.Time).ShouldBe(Who);
        commit.Committer.Name.ShouldBe("");
        commit.Subject.ShouldBe("Subject second line");
    }

    [Fact]
    public void Signatures_encodings_and_unknown_headers_survive()
    {
        var body = Encoding.Latin1.GetBytes($"tree {ObjectId.EmptyTree}\nauthor Jos\xe9 <j@x> 1 +0100\ncommitter Jos\xe9 <j@x> 2 +0100\nencoding ISO-8859-1\ngpgsig -----BEGIN\n line two\n \n -----END\nx-odd\n\nCaf\xe9\n");
        var raw = new GitObject(ObjectKind.Commit, body);

        var commit = Commit.Parse(raw);

        commit.Raw.Body.ToArray().ShouldBe(body);
        commit.Message.ShouldBe("Café\n");
        commit.Author.Name.ShouldBe("José");
        commit.Headers.Single(h => h.Key == "gpgsig").Value.ShouldBe("-----BEGIN\nline two\n\n-----END");
        commit.Headers.Single(h => h.Key == "x-odd").Value.ShouldBe("");
    }

    [Theory]
    [InlineData("")]
    [InlineData("tree 123\n")]
    [InlineData(" continued\n")]
    [InlineData("tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nparent 1\n")]
    [InlineData("tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n\nno author")]
    [InlineData("tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor A <a> 1 +0000\n\nno committer")]
    public void A_commit_that_does_not_parse_is_named(string body)
    {
        var raw = new GitObject(ObjectKind.Commit, Encoding.ASCII.GetBytes(body));

        var error = Should.Throw<VersioningException>(() => Commit.Parse(raw));
        error.Code.ShouldBe(VersioningCodes.BadCommit);
        error.Subject.ShouldBe(raw.Id.ToString());
    }

    [Fact]
    public void Headers_without_end_are_refused()
    {
        var body = Encoding.ASCII.GetBytes($"tree {ObjectId.EmptyTree}\ngpgsig x\n" + string.Concat(Enumerable.Repeat(" line\n", 200_000)));

        Should.Throw<VersioningException>(() => Commit.Parse(new GitObject(ObjectKind.Commit, body))).Code.ShouldBe(VersioningCodes.BadCommit);
    }

    [Theory]
    [InlineData("A <a@b> 12 +0200", "A", "a@b", 12, 120)]
    [InlineData("A <a@b> 12", "A", "a@b", 12, 0)]
    [InlineData("<a@b> -5 -0030", "", "a@b", -5, -30)]
    [InlineData("A <a@b>", "A", "a@b", 0, 0)]
    [InlineData("no address", "no address", "", 0, 0)]
    [InlineData("A <a> b> 7 +9999999", "A", "a", 7, 0)]
    [InlineData("A <a@b> x +0000", "A", "a@b", 0, 0)]
    public void Odd_signatures_are_read_as_far_as_they_go(string line, string name, string email, long seconds, int offset) =>
        Signature.Parse(line).ShouldBe(new Signature(name, email, seconds, offset));

    [Fact]
    public void Times_that_the_framework_cannot_hold_are_clamped()
    {
        new Signature("A", "a", long.MaxValue, 5999).Time.Year.ShouldBe(9999);
        new Signature("A", "a", long.MinValue, -5999).Time.Year.ShouldBe(1);
    }

    [Theory]
    [InlineData("A<", "a", "m")]
    [InlineData("A", "a>", "m")]
    [InlineData("A\nB", "a", "m")]
    [InlineData("A", "a", "m\0")]
    public void What_a_commit_cannot_carry_is_refused(string name, string email, string message)
    {
        var who = new Signature(name, email, 1);

        Should.Throw<VersioningException>(() => Commit.Create(ObjectId.EmptyTree, [], who, who, message)).Code.ShouldBe(VersioningCodes.BadSignature);
    }

    [Fact]
    public void A_tag_has_the_id_that_git_mktag_gives_and_is_read_back()
    {
        using var repo = new GitRepo();
        repo.Git("mktree");
        var tag = Tag.Create(ObjectId.EmptyTree, ObjectKind.Tree, "v1.0", Who, "Release\n");

        repo.GitBytes(tag.Raw.Body.ToArray(), "mktag").ShouldBe(Encoding.ASCII.GetBytes(tag.Id + "\n"));

        var again = Tag.Parse(tag.Raw);
        (again.Name, again.Target, again.TargetKind, again.Message, again.Tagger).ShouldBe(("v1.0", ObjectId.EmptyTree, ObjectKind.Tree, "Release\n", Who));
        Should.Throw<VersioningException>(() => Tag.Create(ObjectId.EmptyTree, ObjectKind.Tree, "a\nb", Who, "m")).Code.ShouldBe(VersioningCodes.BadSignature);
    }

    [Theory]
    [InlineData("object 1\ntype commit\ntag x\n")]
    [InlineData("object 4b825dc642cb6eb9a060e54bf8d69288fbee4904\ntype thing\ntag x\n")]
    [InlineData("object 4b825dc642cb6eb9a060e54bf8d69288fbee4904\ntype tree\nname x\n")]
    public void A_tag_that_does_not_parse_is_named(string body) =>
        Should.Throw<VersioningException>(() => Tag.Parse(new GitObject(ObjectKind.Tag, Encoding.ASCII.GetBytes(body)))).Code.ShouldBe(VersioningCodes.BadCommit);

    [Fact]
    public void Objects_of_another_kind_are_no_commits_or_tags()
    {
        Should.Throw<VersioningException>(() => Commit.Parse(GitObject.Blob(default))).Code.ShouldBe(VersioningCodes.WrongKind);
        Should.Throw<VersioningException>(() => Tag.Parse(GitObject.Blob(default))).Code.ShouldBe(VersioningCodes.WrongKind);
        var old = Tag.Parse(new GitObject(ObjectKind.Tag, Encoding.ASCII.GetBytes($"object {ObjectId.EmptyTree}\ntype tree\ntag old\n\nm")));
        old.Tagger.ShouldBeNull();
    }
}
