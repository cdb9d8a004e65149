using Quire.Testing.Processes;

namespace Quire.AspNetCore.Tests.Git;

/// <summary>What clients may ask of a fetch, in both versions of the protocol. git's own server says what comes.</summary>
public sealed class FetchTests : IAsyncLifetime
{
    private GitShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await GitShop.Open();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    public void Histories_are_cut_off_and_deepened_where_git_itself_does_it(string version)
    {
        var fabric = _shop.Fabric();
        fabric.Run("branch", "old", "main~150");
        fabric.Run("push", "--quiet", _shop.Url("fabric"), "main", "old");
        var time = fabric.Run("log", "-1", "--format=%ct", "main~40");
        Deepen(version, fabric, "a", "--deepen=4", "--depth=12", $"--shallow-since={time}", "--deepen=2", "--shallow-exclude=old", "--depth=5");
        // By itself: after a border by choice, git's own client and server fail to lift it.
        var whole = Deepen(version, fabric, "b", "--depth=10", "--unshallow");
        whole.Run("rev-list", "--count", "HEAD").ShouldBe(fabric.Run("rev-list", "--count", "main"));
    }

    private GitCli Deepen(string version, GitCli fabric, string name, params string[] options)
    {
        var ours = _shop.Cloned(_shop.Url("fabric"), $"{name}-ours", "-c", $"protocol.version={version}", "--depth", "3", "--branch", "main");
        var theirs = _shop.Cloned($"file://{fabric.Folder}", $"{name}-theirs", "--depth", "3", "--branch", "main");
        Shallow(ours).ShouldBe(Shallow(theirs), "--depth 3");
        foreach (var option in options)
        {
            ours.Run("fetch", "--quiet", option);
            theirs.Run("fetch", "--quiet", option);
            Shallow(ours).ShouldBe(Shallow(theirs), option);
            ours.Run("rev-list", "--count", "HEAD").ShouldBe(theirs.Run("rev-list", "--count", "HEAD"), option);
            ours.Run("fsck", "--strict");
        }
        return ours;
    }

    [Theory]
    [InlineData("blob:none", "0")]
    [InlineData("tree:0", "2")]
    [InlineData("blob:none", "2")]
    public void What_is_left_out_of_a_clone_comes_when_it_is_needed(string filter, string version)
    {
        var work = _shop.Pushed("p");
        GitShop.Write(work, "folder/second.prompt.md", "Second\n");
        work.CommitAll("Second");
        work.Run("push", "--quiet", "origin", "main");
        var clone = _shop.Cloned(_shop.Url("p"), "partial", "-c", $"protocol.version={version}", $"--filter={filter}", "--no-checkout");
        Missing(clone).ShouldBe(2);
        clone.Run("checkout", "--quiet", "main");
        File.ReadAllText(Path.Combine(clone.Folder, "folder", "second.prompt.md")).ShouldBe("Second\n");
        clone.Run("log", "--stat").ShouldBe(work.Run("log", "--stat"));

        GitShop.Write(work, "folder/second.prompt.md", "Third\n");
        work.CommitAll("Third");
        work.Run("push", "--quiet", "origin", "main");
        clone.Run("pull", "--quiet");
        File.ReadAllText(Path.Combine(clone.Folder, "folder", "second.prompt.md")).ShouldBe("Third\n");
        clone.Run("fsck");
    }

    [Fact]
    public void What_a_fetch_cannot_have_is_told_in_words()
    {
        _shop.Pushed("p");
        var refused = _shop.Outside().Try("clone", "--filter=blob:limit=1k", _shop.Url("p"), "refused");
        refused.ExitCode.ShouldNotBe(0);
        refused.Errors.ShouldContain("blob:none or tree:0");
        _shop.Outside().Try("clone", "--shallow-since=2100-01-01", _shop.Url("p"), "refused").Errors.ShouldContain("No commit is left");
        _shop.Outside().Try("clone", "--shallow-exclude=nowhere", _shop.Url("p"), "refused").Errors.ShouldContain("no branch or tag 'nowhere'");
    }

    [Fact]
    public void Old_clients_clone_and_fetch_what_new_ones_do()
    {
        var fabric = _shop.Fabric();
        var middle = fabric.Run("rev-parse", "main~20");
        fabric.Run("push", "--quiet", _shop.Url("fabric"), $"{middle}:refs/heads/main");
        _shop.Outside().Run("-c", "protocol.version=0", "ls-remote", "--symref", _shop.Url("fabric")).ShouldBe($"ref: refs/heads/main\tHEAD\n{middle}\tHEAD\n{middle}\trefs/heads/main");
        var old = _shop.Cloned(_shop.Url("fabric"), "old", "-c", "protocol.version=0");
        old.Run("log", "--stat").ShouldBe(fabric.Run("log", "--stat", middle));
        fabric.Run("tag", "-a", "v1", "-m", "One", "main~5");
        fabric.Run("push", "--quiet", _shop.Url("fabric"), "main", "v1");
        // Something of its own, so that it has to be found out what both have.
        GitShop.Write(old, "mine.txt", "mine");
        old.CommitAll("Mine");
        var fetched = old.Try("-c", "fetch.unpackLimit=1", "fetch", "--progress").OrThrow("fetch");
        var expected = fabric.Run("rev-list", "--objects", "main", "v1", $"^{middle}").Split('\n').Length;
        fetched.Errors.ShouldContain($"{expected} objects");
        old.Run("rev-parse", "origin/main", "v1").ShouldBe(fabric.Run("rev-parse", "main", "v1"));
        old.Run("fsck", "--strict");
        old.Try("fetch").OrThrow("fetch again").Errors.ShouldBe("");
        _shop.Outside().Run("-c", "protocol.version=0", "ls-remote", _shop.Url("fabric"), "v1^{}").ShouldStartWith(fabric.Run("rev-parse", "v1^{}"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    public void A_delta_may_stand_on_what_the_client_has(string version)
    {
        var work = _shop.Pushed("p");
        for (var i = 0; i < 50; i++)
            GitShop.Write(work, $"{i:00}.prompt.md", $"Prompt {i}\n");
        work.CommitAll("Many");
        work.Run("push", "--quiet", "origin", "main");
        var clone = _shop.Cloned(_shop.Url("p"), "clone", "-c", $"protocol.version={version}");
        GitShop.Write(work, "07.prompt.md", "Another\n");
        work.CommitAll("One of them");
        work.Run("push", "--quiet", "origin", "main");
        var fetched = clone.Try("-c", "fetch.unpackLimit=1", "fetch", "--progress").OrThrow("fetch");
        fetched.Errors.ShouldContain("completed with 1 local object");
        clone.Run("fsck", "--strict");
        clone.Run("rev-parse", "origin/main^{tree}").ShouldBe(work.Run("rev-parse", "HEAD^{tree}"));
    }

    [Fact]
    public async Task A_client_that_hangs_up_is_no_error()
    {
        _shop.Fabric().Run("push", "--quiet", _shop.Url("fabric"), "main");
        var tip = _shop.Outside().Run("ls-remote", _shop.Url("fabric"), "HEAD").Split('\t')[0];
        var body = $"0011command=fetch00010032want {tip}\n0009done\n0000";
        for (var i = 0; i < 5; i++)
        {
            using var socket = new System.Net.Sockets.TcpClient();
            await socket.ConnectAsync(_shop.Quire.Address.Host, _shop.Quire.Address.Port);
            socket.LingerState = new System.Net.Sockets.LingerOption(true, 0);
            var stream = socket.GetStream();
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(
                $"POST /git/main/fabric.git/git-upload-pack HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {_shop.Quire.Owner}\r\nGit-Protocol: version=2\r\n"
                + $"Content-Type: application/x-git-upload-pack-request\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
            await stream.ReadExactlyAsync(new byte[500]);
        }
        _shop.Cloned(_shop.Url("fabric"), "after").Run("rev-parse", "HEAD").ShouldBe(tip);
        _shop.Quire.Log.Text.ShouldNotContain("xception");
    }

    private static int Missing(GitCli clone) =>
        clone.Run("rev-list", "--objects", "--all", "--missing=print").Split('\n').Count(line => line.StartsWith('?'));

    private static string Shallow(GitCli clone)
    {
        var file = Path.Combine(clone.Folder, ".git", "shallow");
        return File.Exists(file) ? string.Join('\n', File.ReadAllLines(file).Order(StringComparer.Ordinal)) : "";
    }
}
