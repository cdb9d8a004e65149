using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests.Commands;

public sealed class RulesCommandTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Rules_that_are_set_are_shown_and_hold()
    {
        (await _terminal.Json("rules", "show", "--data", "d")).EnumerateObject().ShouldBeEmpty();
        _terminal.Write("rules.json", """{"default":{"maxLength":5}}""");
        (await _terminal.Done("rules", "set", "rules.json", "--data", "d")).ShouldStartWith("rules set");
        var shown = await _terminal.Done("rules", "show", "--data", "d");
        shown.ShouldContain("\"maxLength\": 5");
        _terminal.Write("in/a.prompt.md", "Hello there\n");
        var refused = await _terminal.Run("import", "in", "--data", "d");
        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("QP5001");
    }

    [Fact]
    public async Task What_is_shown_can_be_set_again_from_standard_input()
    {
        _terminal.Write("rules.json", """{"layers":{"tenant":{"requiredPhrases":["be kind"],"severity":"warning"}},"severities":{"QP5201":"off"}}""");
        var set = await _terminal.Json("rules", "set", "rules.json", "--data", "d");
        var run = await _terminal.RunWith(await _terminal.Done("rules", "show", "--data", "d"), "rules", "set", "-", "--data", "d", "--json");
        run.ExitCode.ShouldBe(0, run.Errors);
        System.Text.Json.JsonDocument.Parse(run.Output).RootElement.ToString().ShouldBe(set.ToString());
    }

    [Theory]
    [InlineData("{", 2, "is not JSON")]
    [InlineData("[]", 2, "not rules")]
    [InlineData("""{"default":{"maxTokens":0}}""", 2, "default.maxTokens")]
    [InlineData("""{"severities":{"QC1003":"off"}}""", 2, "QC1003")]
    public async Task Rules_that_are_wrong_are_a_wrong_call_that_names_the_member(string rules, int code, string words)
    {
        _terminal.Write("rules.json", rules);
        var run = await _terminal.Run("rules", "set", "rules.json", "--data", "d");
        run.ExitCode.ShouldBe(code, run.Errors);
        run.Errors.ShouldContain(words);
    }

    [Fact]
    public async Task A_file_that_is_not_there_fails() => (await _terminal.Run("rules", "set", "nowhere.json", "--data", "d")).ExitCode.ShouldBe(1);
}
