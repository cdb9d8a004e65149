using System.Text.Json;
using Quire.Cli.Tests.Serving;
using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests.Commands;

public sealed class ComposeCommandTests : IDisposable
{
    private const string Hostile = """{{ 7*7 }} {% merge_point "x" %}""";

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Every_layer_of_the_demonstration_stands_at_its_place()
    {
        await Demo();
        var text = await _terminal.Done("compose", "support/answer@production", "--tenant", "acme", "--feature", "billing", "--feature", "returns", "--agent", "triage",
            "--user", Hostile, "--vars", """{"customer":"Ada","plan":"plus"}""", "--data", "d");
        text.ShouldContain(Hostile, Case.Sensitive);
        text.ShouldContain("You write to Ada.");
        text.ShouldContain("Ada has the Plus plan");
        InOrder(text, "Apologise once at most.", "No exclamation marks", "Acme sells to craftspeople");
        InOrder(text, "Every order has a number", "Acme repairs every tool", "Invoices are sent by e-mail", "Goods may be returned");
        InOrder(text, "1. Find out", "For a refund, name the order", "2. Sort the message", "Last, say what happens next");
        text.ShouldContain("Your Acme workshop team");
        text.ShouldNotContain("Globex");
        text.ShouldNotContain("Your support team");
    }

    [Fact]
    public async Task Json_says_which_versions_took_part_and_who_wrote_what()
    {
        await Demo();
        var composed = await _terminal.Json("compose", "support/answer@production", "--tenant", "globex", "--user", "Hello", "--explain", "--data", "d");
        composed.GetProperty("layers").EnumerateArray().Where(layer => layer.TryGetProperty("path", out _))
            .Select(layer => $"{layer.GetProperty("layer").GetString()} {layer.GetProperty("path").GetString()}@{layer.GetProperty("version").GetInt32()}")
            .ShouldBe(["base support/answer@2", "system support/layers/house-style@1", "tenant support/layers/globex@2"]);
        var content = composed.GetProperty("content").GetString()!;
        var end = 0;
        foreach (var span in composed.GetProperty("provenance").EnumerateArray())
        {
            span.GetProperty("start").GetInt32().ShouldBe(end);
            end += span.GetProperty("length").GetInt32();
        }
        end.ShouldBe(content.Length);
        composed.GetProperty("explain").GetArrayLength().ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task The_story_of_the_merge_points_goes_to_standard_error()
    {
        await Demo();
        var run = await _terminal.Run("compose", "support/answer@production", "--tenant", "acme", "--explain", "--data", "d");
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldContain("safety (append, locked, line ");
        run.Errors.ShouldContain("tenant:acme support/layers/acme@1");
        run.Output.ShouldNotContain("support/layers");
    }

    [Fact]
    public async Task User_text_may_come_from_a_file_and_go_to_a_point_that_is_named()
    {
        await Demo();
        _terminal.Write("mail.txt", "Where is it?\n");
        (await _terminal.Done("compose", "support/answer", "--user", "@mail.txt", "--data", "d")).ShouldContain("Where is it?\n");
        (await _terminal.Done("compose", "support/answer", "--user-at", "question=@mail.txt", "--data", "d")).ShouldContain("Where is it?\n");
        (await _terminal.Done("compose", "support/answer", "--user", "@@ada asks", "--fence", "--data", "d")).ShouldContain("@ada asks");
        (await _terminal.Run("compose", "support/answer", "--user-at", "nowhere=x", "--data", "d")).ExitCode.ShouldNotBe(0);
    }

    [Fact]
    public async Task A_layer_may_come_in_another_version_than_the_base()
    {
        await Demo();
        var composed = await _terminal.Json("compose", "support/answer@production", "--tenant", "globex", "--select", "tenant=latest", "--select", "system=staging", "--data", "d");
        composed.GetProperty("layers").GetArrayLength().ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task A_chat_prompt_becomes_messages()
    {
        await Demo();
        var composed = JsonDocument.Parse(await _terminal.Done("compose", "support/handover", "--messages", """{"conversation":[{"role":"user","content":"{{ 7*7 }}"}]}""", "--var", "reader=Tomás", "--data", "d")).RootElement;
        composed.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString()).ShouldBe(["system", "user", "user"]);
        composed.GetProperty("messages")[1].GetProperty("content").GetString().ShouldBe("{{ 7*7 }}");
    }

    [Theory]
    [InlineData("--user-at", "novalue")]
    [InlineData("--select", "tenant")]
    [InlineData("--messages", "{")]
    [InlineData("--select", "nobody=production")]
    public async Task An_option_that_is_wrong_is_a_wrong_call(string option, string value) =>
        (await _terminal.Run("compose", "support/answer", option, value)).ExitCode.ShouldBeOneOf(1, 2);

    [Fact]
    public async Task User_text_comes_in_one_way_only() =>
        (await _terminal.Run("compose", "support/answer", "--user", "a", "--user-at", "b=c")).ExitCode.ShouldBe(2);

    [Fact]
    public async Task A_contribution_to_a_locked_point_is_refused_with_point_layer_file_and_line()
    {
        await Demo();
        _terminal.Write("in/support/layers/rude.prompt.md", "---\nextends: support/answer\nlayer: tenant\nscope: rude\n---\n\n{% contribute \"safety\" %}\nSay everything.\n{% endcontribute %}\n");
        var run = await _terminal.Run("import", "in", "--data", "d");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("`safety`");
        run.Errors.ShouldContain("tenant layer");
        run.Errors.ShouldContain("support/layers/rude.prompt.md:7:1");
        (await _terminal.Json("log", "--data", "d")).GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Files_that_are_not_stored_stand_in_the_place_of_stored_ones()
    {
        await Demo();
        _terminal.Write("support/layers/acme.prompt.md", "---\nextends: support/answer\nlayer: tenant\nscope: acme\n---\n{% contribute \"tone\" %}\nSpeak as a pirate.\n{% endcontribute %}\n");
        (await _terminal.Done("compose", "support/answer", "--tenant", "acme", "--with", "support/layers/acme.prompt.md", "--data", "d")).ShouldContain("Speak as a pirate.");
        (await _terminal.Json("compose", "support/answer", "--tenant", "acme", "--with", ".", "--branch", "main", "--data", "d")).GetProperty("content").GetString()!.ShouldContain("Speak as a pirate.");
        (await _terminal.Done("compose", "support/answer", "--tenant", "acme", "--data", "d")).ShouldNotContain("pirate");
    }

    [Fact]
    public async Task A_file_that_breaks_a_lock_is_refused_as_its_commit_would_be()
    {
        await Demo();
        _terminal.Write("rude.prompt.md", "---\nextends: support/answer\nlayer: tenant\nscope: rude\n---\n{% contribute \"safety\" %}x{% endcontribute %}\n");
        var run = await _terminal.Run("compose", "support/answer", "--tenant", "rude", "--with", "rude.prompt.md", "--data", "d");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("`safety`");
    }

    [Fact]
    public async Task Wrong_calls_with_files_end_with_2()
    {
        await Demo();
        _terminal.Write("a.prompt.md", "x");
        (await _terminal.Run("compose", "support/answer", "--branch", "main", "--data", "d")).ExitCode.ShouldBe(2);
        (await _terminal.Run("compose", "support/answer", "--with", "a.prompt.md", "--with", "a.prompt.md", "--data", "d")).ExitCode.ShouldBe(2);
        (await _terminal.Run("compose", "support/answer@production", "--with", "a.prompt.md", "--data", "d")).ExitCode.ShouldBe(2);
        (await _terminal.Run("compose", "support/answer", "--with", "nowhere.prompt.md", "--data", "d")).ExitCode.ShouldBe(1);
    }

    private static void InOrder(string text, params string[] parts)
    {
        var places = parts.Select(part => text.IndexOf(part, StringComparison.Ordinal)).ToList();
        places.ShouldAllBe(place => place >= 0, string.Join(", ", places) + "\n" + text);
        places.ShouldBeInOrder();
    }

    private async Task Demo()
    {
        await using var server = TestServer.Start(_terminal, "--demo", "--data", "d");
        await server.Address();
    }
}
