using System.Text;
using System.Text.Json;
using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests.Commands;

public sealed class StoreCommandsTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task An_empty_project_has_no_prompts_and_no_commits()
    {
        (await _terminal.Done("list")).ShouldBe("0 prompts\n");
        (await _terminal.Json("list")).GetArrayLength().ShouldBe(0);
        (await _terminal.Done("log")).ShouldBe("");
        Directory.Exists(Path.Combine(_terminal.Folder, ".local", "share", "quire")).ShouldBe(OperatingSystem.IsLinux());
    }

    [Fact]
    public async Task A_folder_is_imported_once_and_its_files_come_back_byte_for_byte()
    {
        byte[] odd = [.. Encoding.UTF8.Preamble, .. "\r\nodd\u0001\n\n"u8];
        _terminal.Write("in/a/hello.prompt.md", "---\ndescription: Says hello\n---\nHello {{ name }}\n");
        _terminal.Write("in/a/odd.txt", odd);
        _terminal.Write("in/a/empty.txt", "");
        _terminal.Write("in/picture.bin", [0xFF, 0x00, 0xFE]);
        _terminal.Write("in/.hidden/file", "an asset");
        _terminal.Write("in/.git/config", "never read");
        var first = await _terminal.Json("import", "in");
        (first.GetProperty("files").GetInt32(), first.GetProperty("changed").GetBoolean(), first.GetProperty("issued").GetArrayLength()).ShouldBe((5, true, 3));
        (await _terminal.Run("show", "a/odd.txt")).Bytes.ShouldBe(odd);
        (await _terminal.Run("show", "a/empty.txt")).Bytes.ShouldBeEmpty();
        (await _terminal.Done("show", "a/hello@1")).ShouldBe("---\ndescription: Says hello\n---\nHello {{ name }}\n");

        (await _terminal.Done("import", "in")).ShouldBe("5 files read, nothing changed\n");
        (await _terminal.Json("log")).GetArrayLength().ShouldBe(1);
        (await _terminal.Json("list")).EnumerateArray().Select(item => item.GetProperty("path").GetString()).ShouldBe(["a/empty.txt", "a/hello", "a/odd.txt"]);
        (await _terminal.Done("list", "--prefix", "a/h")).ShouldContain("Says hello");
    }

    [Fact]
    public async Task Garbage_is_collected_with_a_report_and_the_store_stays_clean()
    {
        _terminal.Write("in/a.txt", "one");
        await _terminal.Done("import", "in");

        (await _terminal.Done("gc", "--dry-run")).ShouldStartWith("prompts: would sweep 0 objects (0 bytes), kept 0 young ones, 3 in use");
        (await _terminal.Json("gc", "--keep", "2w")).GetProperty("projects")[0].GetProperty("reachable").GetInt32().ShouldBe(3);
        (await _terminal.Done("gc", "--now")).ShouldContain("store: ");
        (await _terminal.Run("gc", "--keep", "soon")).ExitCode.ShouldBe(2);
        (await _terminal.Run("gc", "--keep", "2w", "--now")).ExitCode.ShouldBe(2);
        (await _terminal.Done("verify", "store")).ShouldStartWith("clean: 3 objects");
    }

    [Fact]
    public async Task Only_what_changed_is_sent()
    {
        _terminal.Write("in/a.txt", "one");
        _terminal.Write("in/b.txt", "two");
        await _terminal.Done("import", "in", "--message", "First");
        _terminal.Write("in/b.txt", "three");
        var second = await _terminal.Json("import", "in", "-m", "Second");
        second.GetProperty("sent").GetInt32().ShouldBe(1);
        second.GetProperty("issued")[0].GetProperty("number").GetInt32().ShouldBe(2);
        (await _terminal.Json("log")).EnumerateArray().Select(commit => commit.GetProperty("message").GetString()!.Trim()).ShouldBe(["Second", "First"]);
        (await _terminal.Json("log", "b.txt")).GetArrayLength().ShouldBe(2);
        (await _terminal.Json("log", "a.txt")).GetArrayLength().ShouldBe(1);
        (await _terminal.Done("log", "b.txt", "--limit", "1")).ShouldContain("Second");
        (await _terminal.Done("show", "b.txt@1")).ShouldBe("two");
        (await _terminal.Json("show", "b.txt")).GetProperty("version").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task An_import_may_go_to_a_branch_of_a_project()
    {
        _terminal.Write("in/a.txt", "one");
        await _terminal.Done("projects", "create", "web");
        await _terminal.Done("import", "in", "--project", "web");
        _terminal.Write("in/a.txt", "two");
        await _terminal.Done("import", "in", "--project", "web", "--branch", "next");
        (await _terminal.Done("show", "a.txt", "--project", "web")).ShouldBe("one");
        (await _terminal.Done("show", "@main/web@next:a.txt")).ShouldBe("two");
        (await _terminal.Json("log", "--branch", "next", "--project", "web")).GetArrayLength().ShouldBe(2);
        (await _terminal.Done("list")).ShouldBe("0 prompts\n");
        (await _terminal.Json("projects", "list")).EnumerateArray().Select(project => project.GetProperty("name").GetString()).ShouldBe(["prompts", "web"]);
        (await _terminal.Done("projects", "list")).ShouldContain("web");
    }

    [Fact]
    public async Task A_table_and_a_list_are_imported_with_their_aliases()
    {
        _terminal.Write("p.csv", "name,text,labels\ngreet,Hi {{ name }},production\n");
        await _terminal.Done("import", "p.csv");
        (await _terminal.Done("render", "greet@production", "--var", "name=Ada")).ShouldBe("Hi Ada");
        _terminal.Write("p.json", """[{"name":"talk","prompt":[{"role":"user","content":"Hi {{ name }}"}]}]""");
        await _terminal.Done("import", "p.json", "--dialect", "jinja");
        var messages = JsonDocument.Parse(await _terminal.Done("render", "talk", "--var", "name=Ada")).RootElement.GetProperty("messages");
        messages[0].GetProperty("content").GetString().ShouldBe("Hi Ada");
    }

    [Fact]
    public async Task What_a_stored_prompt_includes_comes_from_its_own_commit()
    {
        _terminal.Write("in/part.prompt.md", "old");
        _terminal.Write("in/whole.prompt.md", "a {% include 'part' %} {% include 'gone' ignore missing %}z");
        await _terminal.Done("import", "in");
        _terminal.Write("in/part.prompt.md", "new");
        await _terminal.Done("import", "in");
        (await _terminal.Done("render", "whole@1")).ShouldBe("a old z");
    }

    [Theory]
    [InlineData("show", "nothing")]
    [InlineData("show", "nothing@production")]
    [InlineData("log", "nothing")]
    [InlineData("render", "nothing")]
    [InlineData("compose", "nothing")]
    [InlineData("list", "--project", "nothing")]
    [InlineData("import", "nothing")]
    [InlineData("keys", "revoke", "nothing")]
    public async Task What_is_not_there_is_a_failure_that_names_it(params string[] arguments)
    {
        var run = await _terminal.Run(arguments);
        run.ExitCode.ShouldBe(1);
        run.Bytes.ShouldBeEmpty();
        run.Errors.ShouldContain("nothing");
    }

    [Theory]
    [InlineData("a/../b")]
    [InlineData("a\\b")]
    [InlineData("a%2Fb")]
    [InlineData("a@b@c")]
    [InlineData("@other/prompts/a")]
    [InlineData("@main/prompts@^1.0/a")]
    public async Task An_address_that_is_none_is_a_wrong_call(string address)
    {
        var run = await _terminal.Run("show", address);
        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldStartWith("quire: ");
    }

    [Fact]
    public async Task The_store_can_be_verified()
    {
        _terminal.Write("in/a.txt", "one");
        await _terminal.Done("import", "in");
        (await _terminal.Done("verify", "store")).ShouldStartWith("clean: ");
        (await _terminal.Json("verify", "store")).GetProperty("ok").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_damaged_store_is_told()
    {
        _terminal.Write("in/a.txt", "one");
        await _terminal.Done("import", "in", "--data", "d");
        await using (var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_terminal.Folder, "d", "quire.db")};Pooling=False"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await using var damage = database.CreateCommand();
            damage.CommandText = "DELETE FROM objects WHERE rowid IN (SELECT rowid FROM objects LIMIT 1)";
            await damage.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        var run = await _terminal.Run("verify", "store", "--data", "d");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldStartWith("damaged: ");
        run.Errors.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Keys_are_made_listed_and_revoked()
    {
        var made = await _terminal.Json("keys", "create", "app", "--permissions", "read,compose", "--projects", "prompts", "--tenants", "acme", "--expires", "90d");
        made.GetProperty("key").GetString()!.ShouldStartWith("qk_");
        var id = made.GetProperty("id").GetString()!;
        (await _terminal.Done("keys", "list")).ShouldContain("read,compose");
        (await _terminal.Json("keys", "list"))[0].GetProperty("tenantScopes")[0].GetString().ShouldBe("acme");
        (await _terminal.Done("keys", "revoke", id)).ShouldBe($"revoked {id}\n");
        (await _terminal.Json("keys", "list"))[0].GetProperty("revokedAt").GetString().ShouldNotBeNull();
        (await _terminal.Done("keys", "create", "other", "--expires", "2099-01-31")).Trim().ShouldStartWith("qk_");
        (await _terminal.Json("keys", "create", "third", "--expires", "12h")).TryGetProperty("expiresAt", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("--permissions", "everything")]
    [InlineData("--expires", "soon")]
    [InlineData("--expires", "")]
    public async Task A_key_that_is_asked_for_in_a_wrong_way_is_a_wrong_call(string option, string value) =>
        (await _terminal.Run("keys", "create", "app", option, value)).ExitCode.ShouldBe(2);

    [Fact]
    public async Task The_owner_key_can_be_reset()
    {
        var first = (await _terminal.Json("keys", "reset")).GetProperty("key").GetString()!;
        var second = (await _terminal.Done("keys", "reset")).Trim();
        second.ShouldStartWith("qk_");
        second.ShouldNotBe(first);
        (await _terminal.Json("keys", "list")).EnumerateArray().Count(key => key.TryGetProperty("revokedAt", out _)).ShouldBe(1);
    }
}
