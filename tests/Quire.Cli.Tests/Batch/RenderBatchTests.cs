using System.Text;
using System.Text.Json;
using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests.Batch;

public sealed class RenderBatchTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Every_row_is_answered_in_order()
    {
        var answers = await Answer(
            """{"id":"a","dialect":"text","template":"one"}""",
            """{"id":2,"dialect":"text","template":"two"}""",
            """{"id":{"any":["thing"]},"dialect":"text","template":"three"}""");
        answers.Select(answer => answer.GetProperty("output").GetString()).ShouldBe(["one", "two", "three"]);
        answers.Select(answer => answer.GetProperty("id").GetRawText()).ShouldBe(["\"a\"", "2", """{"any":["thing"]}"""]);
    }

    [Theory]
    [InlineData("nope", "QB1001")]
    [InlineData("[1]", "QB1001")]
    [InlineData("{\"id\":1", "QB1001")]
    [InlineData("{\"id\":1}", "QB1002")]
    [InlineData("""{"template":3}""", "QB1002")]
    [InlineData("""{"template":"x","dialect":"erb"}""", "QB1002")]
    [InlineData("""{"template":"x","context":[1]}""", "QB1002")]
    [InlineData("""{"template":"x","templates":[1]}""", "QB1002")]
    [InlineData("""{"template":"x","repeat":0}""", "QB1002")]
    [InlineData("""{"template":"x","repeat":1.5}""", "QB1002")]
    [InlineData("""{"template":"x","repeat":"2"}""", "QB1002")]
    [InlineData("""{"template":"x","env":{"trim_blocks":1}}""", "QB1002")]
    [InlineData("""{"template":"x","env":{"undefined":"lax"}}""", "QB1002")]
    [InlineData("""{"template":"x","env":{"escape":"xml"}}""", "QB1002")]
    [InlineData("""{"template":"x","env":{"now":"yesterday"}}""", "QB1002")]
    [InlineData("""{"template":"\ud800"}""", "QB1003")]
    public async Task A_row_that_is_wrong_is_answered_and_the_next_one_is_rendered(string row, string code)
    {
        var answers = await Answer(row, """{"id":"next","dialect":"text","template":"fine"}""");
        var error = answers[0].GetProperty("error");
        error.GetProperty("phase").GetString().ShouldBe("parse");
        error.GetProperty("code").GetString().ShouldBe(code);
        error.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        answers[1].GetProperty("output").GetString().ShouldBe("fine");
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_answered()
    {
        var run = await _terminal.RunWith([(byte)'{', 0xFF, 0xFE, (byte)'\n', .. Encoding.UTF8.GetBytes("""{"dialect":"text","template":"fine"}""")], "render", "--batch");
        run.ExitCode.ShouldBe(0);
        run.Lines.Count.ShouldBe(2);
        run.Lines[1].ShouldContain("fine");
    }

    [Fact]
    public async Task Empty_lines_are_no_rows() =>
        (await Answer("", """{"dialect":"text","template":"x"}""", "  ", "")).Count.ShouldBe(1);

    [Fact]
    public async Task Members_of_other_engines_are_left_alone() =>
        (await Answer("""{"name":"n","expected":"y","template":"x","dialect":"text","env":{"autoescape":false,"extensions":["do"]}}"""))[0].GetProperty("output").GetString().ShouldBe("x");

    [Fact]
    public async Task A_row_may_be_rendered_many_times() =>
        (await Answer("""{"template":"a{{ x }}","context":{"x":1},"repeat":1000}"""))[0].GetProperty("output").GetString().ShouldBe("a1");

    [Fact]
    public async Task Letters_of_all_scripts_come_out_readable() =>
        (await _terminal.RunWith("""{"dialect":"text","template":"é 日本"}""", "render", "--batch")).Output.ShouldContain("é 日本");

    [Fact]
    public async Task Jinja_is_the_dialect_when_none_is_named() =>
        (await Answer("""{"template":"{% for i in l %}{{ i }},{% endfor %}","context":{"l":[1,2]}}"""))[0].GetProperty("output").GetString().ShouldBe("1,2,");

    [Fact]
    public async Task Other_templates_of_the_row_can_be_included() =>
        (await Answer("""{"template":"a{% include 'b' %}c","templates":{"b":"-{{ x }}-"},"context":{"x":"B"}}"""))[0].GetProperty("output").GetString().ShouldBe("a-B-c");

    [Fact]
    public async Task An_included_template_that_does_not_parse_is_an_error_of_parsing()
    {
        var error = (await Answer("""{"template":"{% include 'b' %}","templates":{"b":"x\n{% if %}"}}"""))[0].GetProperty("error");
        error.GetProperty("phase").GetString().ShouldBe("parse");
        error.GetProperty("line").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData("{% if %}", "parse", 1)]
    [InlineData("a\n{{ 1 + 'x' }}", "render", 2)]
    [InlineData("{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}", "limit", 1)]
    public async Task Errors_say_where_they_happened(string template, string phase, int line)
    {
        var error = (await Answer(JsonSerializer.Serialize(new { id = 1, template })))[0].GetProperty("error");
        error.GetProperty("phase").GetString().ShouldBe(phase);
        error.GetProperty("line").GetInt32().ShouldBe(line);
    }

    [Fact]
    public async Task The_time_of_a_row_can_be_given() =>
        (await Answer("""{"template":"{{ strftime_now('%Y-%m-%d') }}","env":{"chat_template":true,"now":"2025-07-10T12:00:00"}}"""))[0].GetProperty("output").GetString().ShouldBe("2025-07-10");

    private async Task<IReadOnlyList<JsonElement>> Answer(params string[] rows)
    {
        var run = await _terminal.RunWith(string.Join('\n', rows), "render", "--batch");
        run.ExitCode.ShouldBe(0, run.Errors);
        return [.. run.Lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
