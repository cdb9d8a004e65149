using System.Text.Json;
using Quire.Acceptance.Tests.Support;
using Quire.Testing;

namespace Quire.Acceptance.Tests.History;

/// <summary>What history is for, through REST against a real server that ends in between: asked to, or killed. Each test has paths of its own.</summary>
public sealed class RestartTests(RestartTests.Shared shared) : IClassFixture<RestartTests.Shared>
{
    private readonly Server _server = shared.Server;

    [Fact]
    public async Task A_deleted_prompt_is_in_the_trash_after_a_restart_and_goes_on_numbering_when_it_is_undeleted()
    {
        await Put("trash", "one");
        await Put("trash", "two", aliases: ["production"]);
        var id = (await Prompt("trash")).GetProperty("id").GetInt64();
        await Ok(HttpMethod.Delete, "prompts/trash");
        await shared.Kill();
        (await Ok(HttpMethod.Get, "trash")).GetProperty("items").EnumerateArray().ShouldContain(item => item.GetProperty("path").GetString() == "trash");
        (await _server.Send(HttpMethod.Get, "prompts/trash")).Status.ShouldBe(404);

        await Ok(HttpMethod.Post, "trash/trash/restore");
        await shared.Stop();

        var back = await Prompt("trash");
        (back.GetProperty("id").GetInt64(), back.GetProperty("version").GetInt64(), back.GetProperty("source").GetString()).ShouldBe((id, 3, "two"));
        (await Prompt("trash?alias=production")).GetProperty("version").GetInt64().ShouldBe(2);
        (await Ok(HttpMethod.Get, "trash")).GetProperty("items").EnumerateArray().ShouldNotContain(item => item.GetProperty("path").GetString() == "trash");
    }

    [Fact]
    public async Task A_file_and_a_folder_become_what_they_were_in_any_commit()
    {
        await Put("restore/a", "a1");
        var then = (await Put("restore/b", "b1")).GetProperty("commit").GetString();
        await Put("restore/a", "a2");
        await Put("restore/c", "c1");
        await Ok(HttpMethod.Delete, "prompts/restore%2Fb");
        await shared.Stop();

        await Ok(HttpMethod.Post, "restores", new { path = "restore/a.prompt.md", from = $"sha:{then}" });
        (await Text("restore/a")).ShouldBe("a1");
        (await _server.Send(HttpMethod.Get, "prompts/restore%2Fb")).Status.ShouldBe(404);
        await Ok(HttpMethod.Post, "restores", new { path = "restore", from = $"sha:{then}" });
        await shared.Kill();

        (await Text("restore/b")).ShouldBe("b1");
        (await _server.Send(HttpMethod.Get, "prompts/restore%2Fc")).Status.ShouldBe(404);
        (await Prompt("restore/b")).GetProperty("version").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task A_commit_is_taken_back_after_a_restart_and_taking_that_back_brings_it_again()
    {
        await Put("revert", "1\n2\n3\n4\n5\n");
        var change = (await Put("revert", "one\n2\n3\n4\n5\n")).GetProperty("commit").GetString();
        await Put("revert", "one\n2\n3\n4\nfive\n");
        await shared.Kill();

        var reverted = (await Ok(HttpMethod.Post, "reverts", new { commit = $"sha:{change}" })).GetProperty("change").GetProperty("head").GetString();
        await shared.Stop();
        (await Text("revert")).ShouldBe("1\n2\n3\n4\nfive\n");
        await Ok(HttpMethod.Post, "reverts", new { commit = $"sha:{reverted}" });
        (await Text("revert")).ShouldBe("one\n2\n3\n4\nfive\n");
        (await Prompt("revert")).GetProperty("version").GetInt64().ShouldBe(5);
    }

    [Fact]
    public async Task A_moved_prompt_keeps_id_numbers_and_aliases_and_its_old_paths_lead_to_it()
    {
        await Put("old/name", "one", aliases: ["production"]);
        await Put("old/name", "two");
        var id = (await Prompt("old/name")).GetProperty("id").GetInt64();
        await Ok(HttpMethod.Post, "prompts/old%2Fname/move", new { to = "new/name" });
        await shared.Stop();
        await Ok(HttpMethod.Post, "prompts/new%2Fname/move", new { to = "last/name" });
        await shared.Kill();

        foreach (var path in (string[])["old/name", "new/name", "last/name"])
        {
            var prompt = await Prompt(path);
            (prompt.GetProperty("path").GetString(), prompt.GetProperty("id").GetInt64(), prompt.GetProperty("version").GetInt64()).ShouldBe(("last/name", id, 2));
            (await Prompt($"{path}?alias=production")).GetProperty("version").GetInt64().ShouldBe(1);
        }
        (await Put("new/name", "three")).GetProperty("changed").GetBoolean().ShouldBeTrue();
        (await Prompt("last/name")).GetProperty("version").GetInt64().ShouldBe(3);
        (await Ok(HttpMethod.Get, "prompts/last%2Fname/history")).GetProperty("items").GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public async Task A_draft_outlives_the_server_meets_what_others_wrote_and_is_committed()
    {
        await Put("draft", "1\n2\n3\n4\n5\n");
        await Ok(HttpMethod.Put, "drafts/draft", new { source = "1\n2\n3\n4\nfive\n" });
        await shared.Kill();
        await Put("draft", "one\n2\n3\n4\n5\n");

        var (status, refusal) = await _server.Send(HttpMethod.Post, "drafts/draft/commit", new { message = "Mine" });
        (status, refusal.GetProperty("code").GetString()).ShouldBe((409, "stale_prompt"));
        var merged = refusal.GetProperty("merge")[0].GetProperty("content").GetString();
        var head = (await Ok(HttpMethod.Get, "branches/main")).GetProperty("head").GetString();
        await Ok(HttpMethod.Put, "drafts/draft", new { source = merged, @base = head });
        await shared.Stop();

        (await Ok(HttpMethod.Post, "drafts/draft/commit", new { message = "Both" })).GetProperty("version").GetInt64().ShouldBe(3);
        await shared.Kill();
        (await Text("draft")).ShouldBe("one\n2\n3\n4\nfive\n");
        (await _server.Send(HttpMethod.Get, "drafts/draft")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_rollback_moves_the_alias_at_once_or_commits_the_old_content_anew()
    {
        await Put("rollback", "good");
        await Put("rollback", "bad", aliases: ["production"]);
        await shared.Stop();

        await Ok(HttpMethod.Put, "prompts/rollback/aliases/production", new { version = 1 });
        await shared.Kill();
        (await Prompt("rollback?alias=production")).GetProperty("source").GetString().ShouldBe("good");
        (await Prompt("rollback")).GetProperty("version").GetInt64().ShouldBe(2);

        await Ok(HttpMethod.Post, "prompts/rollback/rollback", new { version = 1 });
        await shared.Stop();
        var latest = await Prompt("rollback");
        (latest.GetProperty("version").GetInt64(), latest.GetProperty("source").GetString()).ShouldBe((3, "good"));
    }

    private Task<JsonElement> Put(string path, string source, string[]? aliases = null) =>
        Ok(HttpMethod.Put, $"prompts/{Uri.EscapeDataString(path)}", new { source, message = $"Write {path}", aliases = aliases ?? [] });

    private Task<JsonElement> Prompt(string path) => Ok(HttpMethod.Get, $"prompts/{path.Replace("/", "%2F", StringComparison.Ordinal)}");

    private async Task<string?> Text(string path) => (await Prompt(path)).GetProperty("source").GetString();

    private async Task<JsonElement> Ok(HttpMethod method, string route, object? body = null)
    {
        var (status, answer) = await _server.Send(method, route, body);
        status.ShouldBeInRange(200, 299, $"{method} {route}: {answer}");
        return answer;
    }

    /// <summary>One server for all of them, which ends and starts again whenever a test wants it.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        private readonly TempFolder _folder = new();

        /// <summary>The server.</summary>
        public Server Server { get; private set; } = null!;

        /// <inheritdoc/>
        public async ValueTask InitializeAsync() => Server = await Server.Start(_folder.Path, "--data", "data", "--urls", "http://127.0.0.1:0");

        /// <summary>Asks it to stop and starts it again.</summary>
        public Task Stop() => Server.StopAndStart(_folder.Path);

        /// <summary>Kills it and starts it again.</summary>
        public Task Kill() => Server.Restart(_folder.Path);

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            _folder.Dispose();
        }
    }
}
