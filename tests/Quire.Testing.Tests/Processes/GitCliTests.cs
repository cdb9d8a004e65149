using Quire.Testing.Processes;

namespace Quire.Testing.Tests.Processes;

public sealed class GitCliTests
{
    [Fact]
    public void The_same_steps_give_the_same_commit_ids() => CommitTwice().ShouldBe(CommitTwice());

    [Fact]
    public void Every_commit_is_a_second_younger_than_the_one_before()
    {
        using var folder = new TempFolder();
        var git = GitCli.Init(folder.Path);
        git.CommitAll("one");
        git.CommitAll("two");

        git.Run("log", "--format=%at").Split('\n').ShouldBe(["1767225602", "1767225601"]);
    }

    [Fact]
    public void A_failing_command_shows_what_git_said()
    {
        using var folder = new TempFolder();

        Should.Throw<InvalidOperationException>(() => GitCli.Init(folder.Path).Run("show", "nothing")).Message.ShouldContain("nothing");
    }

    [Fact]
    public void Bytes_pass_unchanged()
    {
        using var folder = new TempFolder();
        byte[] content = [0, 255, 13, 10, 200];
        folder.Write("a/b.bin", content);
        var git = GitCli.Init(folder.Path);
        git.CommitAll("bytes");

        git.RunBytes("show", "HEAD:a/b.bin").ShouldBe(content);
        git.RunWithInput(content, "hash-object", "--stdin").ShouldBe(git.Run("rev-parse", "HEAD:a/b.bin"));
    }

    private static string CommitTwice()
    {
        using var folder = new TempFolder();
        var git = GitCli.Init(folder.Path);
        folder.Write("a.txt", "one\n");
        git.CommitAll("one");
        folder.Write("a.txt", "two\n");
        return git.CommitAll("two");
    }
}
