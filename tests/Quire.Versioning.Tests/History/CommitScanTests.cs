using System.Text;
using Quire.Versioning.Commits;
using Quire.Versioning.History;
using Quire.Versioning.Objects;
using Quire.Versioning.Tests.Support;

namespace Quire.Versioning.Tests.History;

public sealed class CommitScanTests
{
    private const string Tree = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n";
    private const string Who = " A <a@b> 12 +0000\n";

    [Fact]
    public void Every_real_commit_is_read_as_the_full_parser_reads_it()
    {
        using var repo = GitRepo.OfBundle();
        foreach (var raw in repo.Load().All.Where(o => o.Kind == ObjectKind.Commit))
        {
            var commit = Commit.Parse(raw);
            CommitScan.TryRead(raw, out var node).ShouldBeTrue();
            (node.Id, node.Tree, node.Time).ShouldBe((commit.Id, commit.Tree, commit.Committer.Seconds));
            node.Parents.ShouldBe(commit.Parents);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(Tree)]
    [InlineData(Tree + "parent 12\nauthor" + Who + "committer" + Who)]
    [InlineData(Tree + "author" + Who + "committer A <a@b> x +0000\n\n")]
    [InlineData(Tree + "author" + Who + "committer A <a@b> 12\n\n")]
    [InlineData(Tree + "author" + Who + "committer A\n\n")]
    [InlineData(Tree + "committer" + Who + "author" + Who)]
    public void A_commit_of_another_form_is_left_to_the_full_parser(string body) =>
        CommitScan.TryRead(new GitObject(ObjectKind.Commit, Encoding.ASCII.GetBytes(body)), out _).ShouldBeFalse();

    [Fact]
    public void A_commit_with_an_odd_time_can_still_be_walked()
    {
        var store = new ObjectStore();
        var id = store.Add(new GitObject(ObjectKind.Commit, Encoding.ASCII.GetBytes(Tree + "author" + Who + "committer A <a@b> 99\n\nm")));

        new CommitHistory(store).Node(id).Time.ShouldBe(99);
        Should.Throw<VersioningException>(() => new CommitHistory(store).Node(store.Add(GitObject.Blob(default)))).Code.ShouldBe(VersioningCodes.WrongKind);
    }
}
