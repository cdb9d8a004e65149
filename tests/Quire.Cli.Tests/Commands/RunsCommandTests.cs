using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests.Commands;

public sealed class RunsCommandTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Runs_are_recorded_added_to_shown_listed_and_found_by_version()
    {
        _terminal.Write("in/f/a.txt", "one");
        await _terminal.Done("import", "in");

        (await _terminal.Done("runs", "record", "r1", "f/a.txt@1", "--param", "seed=4=2", "--metric", "f1=0.5")).ShouldBe(
            "r1: evaluation, not finished\nPROMPT           VERSION\nprompts:f/a.txt  1\nseed=4=2\nf1=0.5\n");
        (await _terminal.Done("runs", "add", "r1", "--metric", "loss=1e-3", "--finish")).ShouldStartWith("r1: evaluation, finished\n");
        (await _terminal.Done("runs", "record", "r2", "f/a.txt", "--kind", "deployment", "--title", "Rollout")).ShouldStartWith("r2: deployment");

        (await _terminal.Done("runs", "list")).ShouldEndWith("2 runs\n");
        (await _terminal.Done("runs", "list", "--kind", "experiment")).ShouldBe("0 runs\n");
        (await _terminal.Json("runs", "usage", "f/a.txt@1")).EnumerateArray().Select(run => run.GetProperty("id").GetString()).ShouldBe(["r2", "r1"]);
        (await _terminal.Json("runs", "show", "r1")).GetProperty("metrics").GetProperty("loss").GetDouble().ShouldBe(0.001);
        (await _terminal.Done("runs", "show", "r1", "--mlflow")).ShouldBe("prompt.f/a.txt=v1\nseed=4=2\n");
    }

    [Theory]
    [InlineData(2, "no number", "runs", "add", "r", "--metric", "a=b")]
    [InlineData(2, "NAME=VALUE", "runs", "record", "r", "p", "--param", "a")]
    [InlineData(2, "PATH@7", "runs", "usage", "p@production")]
    [InlineData(1, "There is no run 'r'", "runs", "show", "r")]
    public async Task Wrong_calls_say_what_is_wrong(int code, string reason, params string[] call)
    {
        var run = await _terminal.Run(call);
        run.ExitCode.ShouldBe(code, run.Errors);
        run.Errors.ShouldContain(reason);
    }
}
