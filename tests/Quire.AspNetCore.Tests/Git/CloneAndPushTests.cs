using System.Diagnostics;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;
using Quire.Testing.Processes;

namespace Quire.AspNetCore.Tests.Git;

/// <summary>git itself is the client and the judge.</summary>
public sealed class CloneAndPushTests : IAsyncLifetime
{
    private GitShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await GitShop.Open();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task A_real_history_comes_back_as_it_went()
    {
        var fabric = _shop.Fabric();
        var clock = Stopwatch.StartNew();
        var pushed = fabric.Try("push", _shop.Url("fabric"), "main").OrThrow("push" + _shop.Quire.Log.Text);
        var push = clock.Elapsed;
        var back = _shop.Cloned(_shop.Url("fabric"), "back");
        TestContext.Current.SendDiagnosticMessage($"push {push}, clone {clock.Elapsed - push}");
        pushed.Errors.ShouldContain("new versions");
        back.Run("rev-parse", "HEAD").ShouldBe(fabric.Run("rev-parse", "main"));
        back.Try("fsck", "--strict").ShouldSatisfyAllConditions(result => result.ExitCode.ShouldBe(0), result => (result.Output + result.Errors).ShouldNotContain("error"));
        back.Run("log", "--stat").ShouldBe(fabric.Run("log", "--stat", "main"));
        back.Run("symbolic-ref", "HEAD").ShouldBe("refs/heads/main");
        (await _shop.Quire.Client.Send("POST", "/api/v1/orgs/main/verify")).Text.ShouldContain("\"problems\":[]");
        (await Numbers("fabric")).ShouldBe(GitNumbers.Count(fabric), ignoreOrder: true);
    }

    [Fact]
    public async Task Versions_that_never_parsed_are_marked_not_refused()
    {
        var work = _shop.Pushed("p");
        GitShop.Write(work, "greet.prompt.md", "one\n{% if x %}\nnever closed\n");
        var broken = work.CommitAll("Broken");
        GitShop.Write(work, "greet.prompt.md", "Mended {{ name }}\n");
        work.CommitAll("Mended");
        work.Run("push", "--quiet", "origin", "main");
        var project = (await _shop.Quire.Store.Read(session => session.Projects.Find(_shop.Quire.Organisation.Id, "p")))!;
        var versions = await _shop.Quire.Store.Read(session => session.Versions.List(project.Id, session.Prompts.Find(project.Id, "greet")!.Id, null, 10));
        versions.Select(version => (version.Number, version.Invalid)).ShouldBe([(3, false), (2, true), (1, false)]);
        versions[1].Commit.ToString().ShouldBe(broken);
        _shop.Cloned(_shop.Url("p"), "back").Run("show", "HEAD~1:greet.prompt.md").ShouldContain("never closed");
    }

    [Fact]
    public void A_fetch_brings_what_is_new_and_nothing_else()
    {
        var work = _shop.Pushed("p");
        var other = _shop.Cloned(_shop.Url("p"), "other");
        GitShop.Write(work, "greet.prompt.md", "Hello again {{ name }}\n");
        var head = work.CommitAll("Second");
        work.Run("tag", "-a", "v1", "-m", "One");
        work.Run("push", "--quiet", "origin", "main", "v1");
        var fetched = other.Try("-c", "fetch.unpackLimit=1", "fetch", "--progress").OrThrow("fetch");
        other.Run("rev-parse", "origin/main").ShouldBe(head);
        other.Run("rev-parse", "v1^{commit}").ShouldBe(head);
        fetched.Errors.ShouldContain("4 objects");
        other.Run("fsck", "--strict");
    }

    [Fact]
    public void Branches_and_tags_come_and_go()
    {
        var work = _shop.Pushed("p");
        work.Run("checkout", "--quiet", "-b", "feature/tone");
        GitShop.Write(work, "tone.prompt.md", "Be kind.\n");
        work.CommitAll("Tone");
        work.Run("tag", "light");
        work.Run("push", "--quiet", "origin", "feature/tone", "light");
        Listed().ShouldBe(["HEAD", "refs/heads/feature/tone", "refs/heads/main", "refs/tags/light"]);
        work.Run("push", "--quiet", "origin", ":feature/tone", ":light");
        Listed().ShouldBe(["HEAD", "refs/heads/main"]);
        work.Try("push", "origin", ":main").ShouldSatisfyAllConditions(result => result.ExitCode.ShouldNotBe(0), result => result.Errors.ShouldContain("default branch"));
    }

    [Fact]
    public async Task A_forced_push_takes_a_permission_and_holds_what_it_drops()
    {
        var work = _shop.Pushed("p");
        var first = work.Run("rev-parse", "HEAD");
        GitShop.Write(work, "greet.prompt.md", "Dropped\n");
        var dropped = work.CommitAll("Dropped");
        work.Run("push", "--quiet", "origin", "main");
        work.Run("reset", "--quiet", "--hard", first);
        GitShop.Write(work, "greet.prompt.md", "Kept\n");
        var kept = work.CommitAll("Kept");

        var writer = await _shop.Key(Permissions.Read | Permissions.Write);
        work.Try("push", "--force", _shop.Url("p", writer), "main").ShouldSatisfyAllConditions(
            result => result.ExitCode.ShouldNotBe(0), result => result.Errors.ShouldContain("permission manage"));
        work.Run("push", "--quiet", "--force", "origin", "main");
        var project = (await _shop.Quire.Store.Read(session => session.Projects.Find(_shop.Quire.Organisation.Id, "p")))!;
        var held = await _shop.Quire.Store.Read(session => session.Refs.Find(project.Id, $"refs/quire/held/{dropped}"));
        held.ShouldNotBeNull();
        (await _shop.Quire.Client.Get("/api/v1/orgs/main/projects/p/prompts/greet?version=2")).Text.ShouldContain("Dropped");
        Listed().ShouldBe(["HEAD", "refs/heads/main"]);
        _shop.Outside().Run("ls-remote", _shop.Url("p"), "HEAD").ShouldStartWith(kept);

        await _shop.Quire.Store.Write(session =>
        {
            session.Refs.SetProtected(project.Id, "refs/heads/main", true);
            return true;
        });
        work.Run("reset", "--quiet", "--hard", first);
        work.CommitAll("Other");
        work.Try("push", "--force", "origin", "main").ShouldSatisfyAllConditions(result => result.ExitCode.ShouldNotBe(0), result => result.Errors.ShouldContain("protected"));
        _shop.Outside().Run("ls-remote", _shop.Url("p"), "HEAD").ShouldStartWith(kept);
    }

    [Fact]
    public async Task A_refused_push_says_why_with_file_and_line_and_leaves_nothing()
    {
        var work = _shop.Pushed("p");
        var before = await _shop.ObjectCount("p");
        GitShop.Write(work, "support/broken.prompt.md", "one\n{% if x %}\nnever closed\n");
        work.CommitAll("Broken");
        var refused = work.Try("push", "origin", "main");
        refused.ExitCode.ShouldNotBe(0);
        refused.Errors.ShouldContain("remote: support/broken.prompt.md:2:");
        refused.Errors.ShouldContain("[remote rejected] main -> main");
        (await _shop.ObjectCount("p")).ShouldBe(before);

        var nowhere = work.Try("push", _shop.Url("nowhere"), "main");
        nowhere.ExitCode.ShouldNotBe(0);
        (await _shop.Quire.Client.Get("/api/v1/orgs/main/projects/nowhere")).ShouldFail(404, "project_not_found");
    }

    [Fact]
    public async Task The_first_branch_of_a_project_becomes_its_default_one()
    {
        var work = _shop.New("work");
        work.Run("checkout", "--quiet", "-b", "trunk");
        GitShop.Write(work, "a.txt", "A");
        var head = work.CommitAll("First");
        work.Run("push", "--quiet", _shop.Url("p"), "trunk");
        _shop.Cloned(_shop.Url("p"), "back").Run("symbolic-ref", "HEAD").ShouldBe("refs/heads/trunk");
        (await _shop.Quire.Client.Get("/api/v1/orgs/main/projects/p")).Text.ShouldContain("\"defaultBranch\":\"trunk\"");
        (await _shop.Quire.Client.Get("/api/v1/orgs/main/projects/p/prompts/a.txt")).Text.ShouldContain("\"version\":1");
        head.ShouldNotBeEmpty();
    }

    [Fact]
    public void Of_two_who_push_from_the_same_head_one_wins()
    {
        _shop.Pushed("p");
        var clones = Enumerable.Range(0, 4).Select(number => _shop.Cloned(_shop.Url("p"), $"clone{number}")).ToList();
        var heads = clones.ConvertAll(clone =>
        {
            GitShop.Write(clone, $"{Path.GetFileName(clone.Folder)}.txt", "x");
            return clone.CommitAll("Mine");
        });
        var results = new ProcessOutput[clones.Count];
        Parallel.For(0, clones.Count, i => results[i] = clones[i].Try("push", "origin", "main"));
        var winner = Array.FindIndex(results, result => result.ExitCode == 0);
        results.Count(result => result.ExitCode == 0).ShouldBe(1, string.Join('\n', results.Select(result => result.Errors)));
        _shop.Outside().Run("ls-remote", _shop.Url("p"), "HEAD").ShouldStartWith(heads[winner]);
    }

    [Fact]
    public async Task Who_may_not_is_told_so()
    {
        var work = _shop.Pushed("p");
        var reader = await _shop.Key(Permissions.Read);
        _shop.Cloned(_shop.Url("p", reader), "read").Run("rev-parse", "HEAD").ShouldBe(work.Run("rev-parse", "HEAD"));
        work.Try("push", _shop.Url("p", reader), "main:x").ShouldSatisfyAllConditions(result => result.ExitCode.ShouldNotBe(0), result => result.Errors.ShouldContain("permission write"));
        var writer = await _shop.Key(Permissions.Read | Permissions.Write);
        work.Try("push", _shop.Url("fresh", writer), "main").ShouldSatisfyAllConditions(result => result.ExitCode.ShouldNotBe(0), result => result.Errors.ShouldContain("no project 'fresh'"));
        _shop.Outside().Try("ls-remote", _shop.Url("p", await _shop.Key(Permissions.All, "acme"))).Errors.ShouldContain("tenant");
        _shop.Outside().Try("ls-remote", _shop.Url("p", "qk_wrong")).Errors.ShouldContain("Authentication failed");
        (await _shop.Quire.ClientFor(null).Get("/git/main/p.git/info/refs?service=git-upload-pack")).Header("WWW-Authenticate")!.ShouldStartWith("Basic");
        work.Try("push", "origin", "HEAD:refs/quire/held/x").Errors.ShouldContain("only refs/heads/ and refs/tags/");
    }

    private async Task<Dictionary<string, long>> Numbers(string project) => await _shop.Quire.Store.Read(session =>
    {
        var found = session.Projects.Find(_shop.Quire.Organisation.Id, project)!;
        return session.Prompts.List(found.Id, "", null, 1000).ToDictionary(entry => entry.Prompt.Path, entry => entry.Prompt.LastNumber);
    });

    private IEnumerable<string> Listed() => _shop.Outside().Run("ls-remote", _shop.Url("p")).Split('\n').Select(line => line.Split('\t')[1]);
}
