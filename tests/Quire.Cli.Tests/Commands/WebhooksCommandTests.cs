using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests.Commands;

public sealed class WebhooksCommandTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task A_webhook_is_added_listed_rotated_disabled_enabled_and_removed()
    {
        var added = await _terminal.Run("webhooks", "add", "https://hooks.example/a", "--events", "alias.moved, version.created", "--projects", "prompts", "--description", "chat");
        added.ExitCode.ShouldBe(0, added.Errors);
        added.Output.ShouldStartWith("whsec_");
        var hook = (await _terminal.Json("webhooks", "list"))[0];
        var id = hook.GetProperty("id").GetString()!;
        added.Errors.ShouldContain($"quire webhooks ping {id}");
        hook.GetProperty("events").EnumerateArray().Select(name => name.GetString()).ShouldBe(["alias.moved", "version.created"]);
        hook.TryGetProperty("secret", out _).ShouldBeFalse();
        (await _terminal.Done("webhooks", "list")).ShouldContain($"{id}  enabled  alias.moved,version.created  prompts");

        var rotated = await _terminal.Run("webhooks", "rotate", id);
        rotated.Output.ShouldStartWith("whsec_");
        rotated.Output.ShouldNotBe(added.Output);
        rotated.Errors.ShouldContain("signs beside it until 20");
        (await _terminal.Done("webhooks", "disable", id)).ShouldBe($"disabled {id}\n");
        (await _terminal.Done("webhooks", "list")).ShouldContain("disabled (by_hand)");
        (await _terminal.Done("webhooks", "enable", id)).ShouldBe($"enabled {id}\n");
        (await _terminal.Done("webhooks", "remove", id)).ShouldBe($"removed {id}\n");
        (await _terminal.Json("webhooks", "list")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_command_on_a_free_folder_pings_and_delivers_nothing_else()
    {
        _terminal.Write("in/f/a.txt", "one");
        var id = (await _terminal.Json("webhooks", "add", "http://127.0.0.1:9/")).GetProperty("id").GetString()!;
        await _terminal.Done("import", "in");

        (await _terminal.Json("webhooks", "log", id)).GetArrayLength().ShouldBe(0);
        (await _terminal.Done("webhooks", "log", id, "--state", "dead")).ShouldStartWith("ID  STATE");
        var ping = await _terminal.Run("webhooks", "ping", id);
        (ping.ExitCode, ping.Output).ShouldBe((1, "refused  127.0.0.1 is not on the public internet. The operator can allow it: --allow-outbound 127.0.0.1.\n"));
    }

    [Fact]
    public async Task The_key_that_seals_secrets_is_made_once_beside_the_database_and_for_its_owner_alone()
    {
        await _terminal.Json("webhooks", "add", "https://hooks.example/a", "--data", "data");
        var file = Path.Combine(_terminal.Folder, "data", "secrets.key");
        var key = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await _terminal.Json("webhooks", "add", "https://hooks.example/b", "--data", "data");
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(key);
    }

    [Theory]
    [InlineData(1, "There is no webhook 'wh_1'", "webhooks", "rotate", "wh_1")]
    [InlineData(1, "There is no webhook 'wh_1'", "webhooks", "redeliver", "wh_1", "4.0")]
    [InlineData(2, "'set.released' is no event", "webhooks", "add", "https://hooks.example", "--events", "set.released")]
    [InlineData(2, "neither https nor http", "webhooks", "add", "ftp://hooks.example")]
    public async Task Wrong_calls_say_what_is_wrong(int code, string reason, params string[] call)
    {
        var run = await _terminal.Run(call);
        run.ExitCode.ShouldBe(code, run.Errors);
        run.Errors.ShouldContain(reason);
    }
}
