using System.Net;
using Quire.Cli.Tests.Support;
using Quire.Storage;

namespace Quire.Cli.Tests.Serving;

public sealed class ServeCommandTests : IDisposable
{
    private readonly TestTerminal _terminal = new() { IsTerminal = true };

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task A_server_says_where_it_listens_and_commands_on_its_folder_go_through_it()
    {
        await using var server = TestServer.Start(_terminal, "--data", "d");
        var address = await server.Address();
        using var http = new HttpClient();
        (await http.GetAsync(new Uri(address, "/health"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        DataFolder.TryReadHolder(Path.Combine(_terminal.Folder, "d"))!.Address.ShouldBe(address.ToString().TrimEnd('/'));
        _terminal.Write("in/a.txt", "one");
        await _terminal.Done("import", "in", "--data", "d");
        (await _terminal.Done("show", "a.txt", "--data", "d")).ShouldBe("one");
    }

    [Fact]
    public async Task The_owner_key_is_shown_once_to_a_person_and_works()
    {
        string key;
        await using (var server = TestServer.Start(_terminal, "--data", "d"))
        {
            var address = await server.Address();
            key = server.Key();
            (await _terminal.Done("list", "--server", address.ToString(), "--key", key)).ShouldBe("0 prompts\n");
            _terminal.Environment["QUIRE_SERVER"] = address.ToString();
            _terminal.Environment["QUIRE_KEY"] = key;
            (await _terminal.Done("list")).ShouldBe("0 prompts\n");
            var wrong = await _terminal.Run("list", "--key", key + "x");
            wrong.ExitCode.ShouldBe(1);
            _terminal.Environment.Clear();
        }
        await using var again = TestServer.Start(_terminal, "--data", "d");
        await again.Address();
        again.Output.ShouldNotContain("qk_");
    }

    [Fact]
    public async Task Where_nobody_watches_the_owner_key_goes_into_a_file()
    {
        using var unwatched = new TestTerminal();
        await using var server = TestServer.Start(unwatched, "--data", "d");
        var address = await server.Address();
        server.Output.ShouldNotContain("qk_");
        var file = Path.Combine(unwatched.Folder, "d", "owner.key");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await unwatched.Done("list", "--server", address.ToString(), "--key", (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Trim())).ShouldBe("0 prompts\n");
    }

    [Fact]
    public async Task A_second_server_on_the_folder_names_the_first_and_ends_with_2()
    {
        await using var server = TestServer.Start(_terminal, "--data", "d");
        var address = await server.Address();
        foreach (var command in (string[][])[["serve", "--data", "d"], ["keys", "reset", "--data", "d"]])
        {
            var run = await _terminal.Run(command);
            run.ExitCode.ShouldBe(2);
            run.Errors.ShouldContain(Path.Combine(_terminal.Folder, "d"));
            run.Errors.ShouldContain(address.ToString().TrimEnd('/'));
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_failure_with_a_way_out()
    {
        await using var server = TestServer.Start(_terminal, "--data", "d");
        var run = await _terminal.Run("serve", "--data", "other", "--urls", (await server.Address()).ToString());
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("--urls");
    }

    [Fact]
    public async Task The_demonstration_fills_an_empty_project_once()
    {
        await using (var server = TestServer.Start(_terminal, "--demo", "--data", "d"))
            await server.Address();
        (await _terminal.Json("log", "--data", "d")).GetArrayLength().ShouldBe(3);
        await using (var server = TestServer.Start(_terminal, "--demo", "--data", "d"))
            await server.Address();
        (await _terminal.Json("log", "--data", "d")).GetArrayLength().ShouldBe(3);
        var prompts = await _terminal.Json("list", "--data", "d");
        prompts.GetArrayLength().ShouldBe(9);
        var answer = prompts.EnumerateArray().Single(item => item.GetProperty("path").GetString() == "support/answer");
        (answer.GetProperty("version").GetInt32(), answer.GetProperty("aliases").GetProperty("production").GetInt32(), answer.GetProperty("aliases").GetProperty("staging").GetInt32()).ShouldBe((3, 2, 3));
    }

    [Fact]
    public async Task A_demonstration_without_a_folder_leaves_nothing_behind()
    {
        string folder;
        await using (var server = TestServer.Start(_terminal, []) /* --demo alone */)
        {
            await server.Address();
            server.Key().ShouldStartWith("qk_");
            server.Output.ShouldContain("Try in another terminal:");
            folder = server.Output.Split('\n').Single(line => line.Contains("  data  ", StringComparison.Ordinal)).Split("  ", StringSplitOptions.RemoveEmptyEntries)[1].Trim();
            Directory.Exists(folder).ShouldBeTrue();
        }
        Directory.Exists(folder).ShouldBeFalse();
    }
}
