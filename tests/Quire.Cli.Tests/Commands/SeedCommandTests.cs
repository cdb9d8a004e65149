using Quire.Cli.Tests.Support;
using Quire.Testing;

namespace Quire.Cli.Tests.Commands;

public sealed class SeedCommandTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task The_eleven_defaults_of_an_agent_are_seeded_once_and_text_changed_by_hand_stays()
    {
        var manifest = RepositoryRoot.Combine("samples", "agent-defaults", "quire-seed.yml");
        (await _terminal.Done("seed", manifest, "--dry-run")).ShouldEndWith("11 seeded, 0 skipped, 0 changed (nothing written)\n");
        (await _terminal.Done("list")).ShouldBe("0 prompts\n");

        (await _terminal.Done("seed", manifest)).ShouldEndWith("\n11 seeded, 0 skipped, 0 changed\n");
        (await _terminal.Done("seed", manifest)).ShouldEndWith("\n0 seeded, 11 skipped, 0 changed\n");
        (await _terminal.Json("log")).GetArrayLength().ShouldBe(1);
        (await _terminal.Json("alias", "list")).GetProperty("aliases").GetArrayLength().ShouldBe(12);
        (await _terminal.Done("show", "agent/tool-error@production")).ShouldContain("The tool {{ tool }} failed");

        _terminal.Write("in/agent/router.prompt.md", "By hand");
        await _terminal.Done("import", "in");
        var third = await _terminal.Json("seed", manifest);
        (third.GetProperty("skipped").GetInt32(), third.GetProperty("changed").GetInt32()).ShouldBe((10, 1));
        third.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("result").GetString() == "changed").GetProperty("name").GetString().ShouldBe("ROUTER_PROMPT");
        (await _terminal.Done("show", "agent/router")).ShouldBe("By hand");
    }

    [Theory]
    [InlineData("a: }", "line 1")]
    [InlineData("[]", "no mapping")]
    [InlineData("version: 1", "no mapping 'prompts'")]
    [InlineData("prompts: {a: {text: x}}\nrenames: {b: c}", "'b'")]
    [InlineData("prompts: {a: {text: x}, b: {text: y}}\nrenames: {a: same, b: same}", "both the prompt 'same'")]
    [InlineData("prompts: {}", "no prompts")]
    [InlineData("version: 2\nprompts: {a: {text: x}}", "only 1 is known")]
    public async Task A_manifest_that_is_none_is_refused_and_says_why(string text, string reason)
    {
        _terminal.Write("seed.yml", text);

        var run = await _terminal.Run("seed", "seed.yml");

        run.ExitCode.ShouldBe(2, run.Errors);
        run.Errors.ShouldContain(reason);
    }

    [Fact]
    public async Task A_file_that_a_manifest_names_and_a_text_that_does_not_parse_fail_before_anything_is_written()
    {
        _terminal.Write("missing.yml", "prompts: {a: {file: none.prompt.md}}");
        (await _terminal.Run("seed", "missing.yml")).Errors.ShouldContain("none.prompt.md");
        _terminal.Write("bad.json", """{"prompts": {"good": {"text": "x"}, "bad": {"text": "{% if %}"}}}""");
        var bad = await _terminal.Run("seed", "bad.json");
        bad.ExitCode.ShouldBe(1);
        bad.Errors.ShouldContain("bad.prompt.md");
        (await _terminal.Done("list")).ShouldBe("0 prompts\n");
    }

    [Fact]
    public async Task Aliases_are_set_listed_protected_and_removed()
    {
        _terminal.Write("in/f/a.txt", "one");
        _terminal.Write("in/f/b.txt", "one");
        await _terminal.Done("import", "in");
        _terminal.Write("in/f/a.txt", "two");
        await _terminal.Done("import", "in");

        (await _terminal.Done("alias", "set", "staging", "f/a.txt@1")).ShouldBe("staging: set, 1 prompt\n");
        (await _terminal.Done("alias", "set", "production", "--folder", "f")).ShouldBe("production: set, 2 prompts\n");
        var follow = await _terminal.Run("alias", "set", "production", "--folder", "", "--from", "staging");
        (follow.Output, follow.Errors).ShouldBe(("production: set, 1 prompt\n", "left alone: f/b.txt\n"));
        (await _terminal.Done("alias", "protect", "prod*")).ShouldBe("prod*: protected\n");
        (await _terminal.Done("alias", "list", "--folder", "f")).ShouldBe(
            "PROMPT   ALIAS       VERSION\nf/a.txt  production  1\nf/a.txt  staging     1\nf/b.txt  production  1\n3 aliases; protected: prod*\n");
        (await _terminal.Done("alias", "unprotect", "prod*")).ShouldBe("prod*: unprotected\n");
        (await _terminal.Done("alias", "remove", "staging", "f/a.txt", "f/b.txt")).ShouldBe("staging: removed, 2 prompts\n");
        (await _terminal.Run("alias", "set", "x")).ExitCode.ShouldBe(2);
        (await _terminal.Run("alias", "set", "x", "f/a.txt@1", "f/b.txt@1")).ExitCode.ShouldBe(2);
    }
}
