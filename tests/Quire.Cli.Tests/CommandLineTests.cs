using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData()]
    [InlineData("nope")]
    [InlineData("keys")]
    [InlineData("render")]
    [InlineData("render", "-", "--nope")]
    [InlineData("compose")]
    [InlineData("show")]
    [InlineData("import")]
    [InlineData("log", "--limit", "many")]
    [InlineData("list", "--data", "a", "--server", "http://127.0.0.1:1")]
    [InlineData("list", "--server", "http://127.0.0.1:1")]
    [InlineData("list", "--server", "nowhere", "--key", "x")]
    [InlineData("list", "--project", "Not A Project")]
    [InlineData("list", "--data", "")]
    [InlineData("serve", "--urls", "nowhere")]
    [InlineData("serve", "--urls", ";")]
    [InlineData("serve", "--urls", "https://127.0.0.1:1")]
    [InlineData("serve", "--urls", "http://prompts.example.com:1")]
    [InlineData("serve", "--data", "a", "--db", "b")]
    public async Task A_wrong_call_ends_with_2_and_says_what_to_do(params string[] arguments)
    {
        var run = await _terminal.Run(arguments);
        run.ExitCode.ShouldBe(2);
        run.Bytes.ShouldBeEmpty();
        run.Errors.ShouldStartWith("quire: ");
        run.Errors.ShouldContain("→");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("keys", "create", "-h")]
    public async Task Help_is_printed_on_standard_output(params string[] arguments) =>
        (await _terminal.Done(arguments)).ShouldContain("Usage:");

    [Fact]
    public async Task The_version_is_three_numbers() =>
        (await _terminal.Done("--version")).Trim().Split('.').Length.ShouldBe(3);

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_a_failure()
    {
        var run = await _terminal.Run("list", "--server", "http://127.0.0.1:1", "--key", "qk_x");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("http://127.0.0.1:1/ cannot be reached");
    }

    [Fact]
    public async Task Without_a_home_a_folder_must_be_named()
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        var homeless = new Cli.Terminal.CliContext { Input = Stream.Null, Output = output, Error = errors, Folder = _terminal.Folder };
        (await CommandLine.Run(["list"], homeless, TestContext.Current.CancellationToken)).ShouldBe(2);
        errors.ToString().ShouldContain("QUIRE_DATA");
    }
}
