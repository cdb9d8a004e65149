using System.Text.Json;
using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests.Rendering;

public sealed class RenderCommandTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task A_file_is_rendered_with_the_variables_of_the_call()
    {
        _terminal.Write("hello.jinja", "Hello {{ name }}, {{ n + 1 }}!");
        (await _terminal.Done("render", "hello.jinja", "--vars", """{"n": 41}""", "--var", "name=Ada=Lovelace")).ShouldBe("Hello Ada=Lovelace, 42!");
    }

    [Fact]
    public async Task Variables_may_stand_in_a_file()
    {
        _terminal.Write("hello.jinja", "{{ name }}");
        _terminal.Write("v.json", """{"name": "Ada"}""");
        (await _terminal.Done("render", "hello.jinja", "--vars", "@v.json")).ShouldBe("Ada");
    }

    [Theory]
    [InlineData("liquid", "{{ 'a' | upcase }}", "A")]
    [InlineData("mustache", "{{#l}}{{.}}{{/l}}", "12")]
    [InlineData("variables", "{{ name }} {% if %}", "Ada {% if %}")]
    [InlineData("text", "{{ name }}", "{{ name }}")]
    public async Task The_dialect_can_be_named(string dialect, string template, string output) =>
        (await _terminal.RunWith(template, "render", "-", "--dialect", dialect, "--vars", """{"l":[1,2],"name":"Ada"}""")).Output.ShouldBe(output);

    [Fact]
    public async Task The_ending_of_a_file_names_its_dialect()
    {
        _terminal.Write("a.liquid", "{{ 'a' | upcase }}");
        (await _terminal.Done("render", "a.liquid")).ShouldBe("A");
        _terminal.Write("a.mustache", "{{#x}}1{{/x}}2");
        (await _terminal.Done("render", "a.mustache")).ShouldBe("2");
    }

    [Fact]
    public async Task A_prompt_file_brings_its_defaults_and_checks_the_variables()
    {
        _terminal.Write("p.prompt.md", "---\nvariables:\n  who: { type: string, default: world }\n  n: { type: integer, default: 1 }\n---\nHello {{ who }} {{ n }}");
        (await _terminal.Done("render", "p.prompt.md")).ShouldBe("Hello world 1");
        (await _terminal.Done("render", "p.prompt.md", "--var", "who=Ada")).ShouldBe("Hello Ada 1");
        var run = await _terminal.Run("render", "p.prompt.md", "--vars", """{"n": "many"}""");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("`n`");
    }

    [Fact]
    public async Task A_chat_prompt_becomes_messages()
    {
        _terminal.Write("c.prompt.yml", "messages:\n  - role: system\n    content: Be {{ how }}.\n  - placeholder: history\n  - role: user\n    content: Now\n");
        var run = await _terminal.Done("render", "c.prompt.yml", "--vars", """{"how":"kind","history":[{"role":"user","content":"{{ 7*7 }}"}]}""");
        var messages = JsonDocument.Parse(run).RootElement.GetProperty("messages");
        messages.EnumerateArray().Select(message => message.GetProperty("content").GetString()).ShouldBe(["Be kind.", "{{ 7*7 }}", "Now"]);
    }

    [Fact]
    public async Task A_message_without_content_is_refused()
    {
        _terminal.Write("c.prompt.yml", "messages:\n  - placeholder: history\n");
        var run = await _terminal.Run("render", "c.prompt.yml", "--vars", """{"history":[{"role":"user"}]}""");
        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("history");
    }

    [Fact]
    public async Task A_contribution_is_not_rendered_but_its_base_is_named()
    {
        _terminal.Write("l.prompt.md", "---\nextends: support/answer\nlayer: tenant\n---\n{% contribute \"a\" %}x{% endcontribute %}");
        var run = await _terminal.Run("render", "l.prompt.md");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("quire compose support/answer");
    }

    [Fact]
    public async Task A_template_that_does_not_parse_is_shown_with_its_place()
    {
        _terminal.Write("bad.jinja", "one\n{% if x %}two");
        var run = await _terminal.Run("render", "bad.jinja");
        run.ExitCode.ShouldBe(1);
        run.Bytes.ShouldBeEmpty();
        run.Errors.ShouldContain("bad.jinja:2:");
        run.Errors.ShouldContain("^");
    }

    [Fact]
    public async Task A_template_that_fails_says_where()
    {
        var run = await _terminal.RunWith("a\n{{ 1 // 0 }}", "render", "-");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("stdin:2:");
    }

    [Fact]
    public async Task Strict_makes_an_unknown_name_an_error()
    {
        (await _terminal.RunWith("a{{ nobody }}", "render", "-")).Output.ShouldBe("a");
        (await _terminal.RunWith("a{{ nobody }}", "render", "-", "--strict")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Json_holds_the_output() =>
        JsonDocument.Parse((await _terminal.RunWith("a", "render", "-", "--json")).Output).RootElement.GetProperty("output").GetString().ShouldBe("a");

    [Theory]
    [InlineData("--vars", "{")]
    [InlineData("--vars", "[1]")]
    [InlineData("--var", "novalue")]
    [InlineData("--dialect", "erb")]
    public async Task A_wrong_option_is_a_wrong_call(string option, string value)
    {
        var run = await _terminal.RunWith("x", "render", "-", option, value);
        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldStartWith("quire: ");
        run.Errors.ShouldContain("→");
    }

    [Theory]
    [InlineData("./nothing.jinja")]
    [InlineData("missing.prompt.md")]
    [InlineData(".")]
    public async Task A_file_that_cannot_be_read_is_a_failure(string path)
    {
        var run = await _terminal.Run("render", path);
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("cannot be read");
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        var run = await _terminal.RunWith([(byte)'a', 0xFF], "render", "-");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("byte 1 is not UTF-8");
    }

    [Fact]
    public async Task Only_a_terminal_gets_a_line_end_that_the_output_does_not_have()
    {
        using var person = new TestTerminal { IsTerminal = true };
        (await person.RunWith("a", "render", "-")).Output.ShouldBe("a\n");
        (await _terminal.RunWith("a", "render", "-")).Output.ShouldBe("a");
    }
}
