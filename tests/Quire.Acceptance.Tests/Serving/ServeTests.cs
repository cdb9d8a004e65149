using Quire.Acceptance.Tests.Support;
using Quire.Testing;
using Quire.Testing.Processes;

namespace Quire.Acceptance.Tests.Serving;

public sealed class ServeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_server_is_stopped_by_a_signal_and_a_second_one_on_its_folder_is_refused()
    {
        await using var server = await Server.Start(_folder.Path, "--data", "data", "--urls", "http://127.0.0.1:0");
        var second = QuireProcess.Run(_folder.Path, "serve", "--data", "data", "--urls", "http://127.0.0.1:0");
        second.ExitCode.ShouldBe(2);
        second.Errors.ShouldContain(_folder.Combine("data"));
        second.Errors.ShouldContain(server.Address);
        QuireProcess.Run(_folder.Path, "list", "--data", "data").OrThrow("list").Output.ShouldBe("0 prompts\n");
        server.Process.Stop().ShouldBe(0);
        QuireProcess.Run(_folder.Path, "list", "--data", "data").OrThrow("list").Output.ShouldBe("0 prompts\n");
    }

    [Fact]
    public async Task A_server_that_was_killed_does_not_keep_its_folder()
    {
        await using var server = await Server.Start(_folder.Path, "--data", "data", "--urls", "http://127.0.0.1:0");
        server.Process.Kill();
        QuireProcess.Run(_folder.Path, "list", "--data", "data").OrThrow("list").Output.ShouldBe("0 prompts\n");
    }

    [Fact]
    public async Task Two_demonstrations_run_side_by_side()
    {
        await using var one = await Server.Start(_folder.Path, "--demo");
        await using var two = await Server.Start(_folder.Path, "--demo");
        two.Address.ShouldNotBe(one.Address);
        QuireProcess.Run(_folder.Path, two.With("list")).OrThrow("list").Output.ShouldContain("9 prompts");
        QuireProcess.Run(_folder.Path, "list", "--server", one.Address, "--key", two.Key).ExitCode.ShouldBe(1);
    }
}
