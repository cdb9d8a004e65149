using System.Text.Json;
using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests.Batch;

public sealed class ComposeBatchTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Layers_that_stand_in_the_row_are_composed()
    {
        var row = JsonSerializer.Serialize(new
        {
            id = 7,
            prompt = "base",
            sources = new Dictionary<string, string>
            {
                ["base.prompt.md"] = "A{% merge_point \"m\" %}-{% endmerge_point %}B",
                ["layer.prompt.md"] = "---\nextends: base\nlayer: tenant\nscope: acme\n---\n{% contribute \"m\" %}x{% endcontribute %}",
            },
            request = new { tenant = "acme" },
        });
        var answer = (await Answer(row))[0];
        answer.GetProperty("id").GetInt32().ShouldBe(7);
        answer.GetProperty("ok").GetBoolean().ShouldBeTrue(answer.ToString());
        answer.GetProperty("result").GetProperty("content").GetString().ShouldBe("A-xB");
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("[]")]
    [InlineData("""{"id":1,"prompt":"\ud800","sources":{}}""")]
    [InlineData("""{"id":1,"prompt":"x","sources":{"x.prompt.md":"\udc00"}}""")]
    [InlineData("""{"id":1,"prompt":"x"}""")]
    public async Task A_row_that_is_wrong_is_answered_and_so_is_the_next_one(string row)
    {
        var answers = await Answer(row, """{"id":2,"prompt":"a.txt","sources":{"a.txt":"fine"}}""");
        answers[0].GetProperty("ok").GetBoolean().ShouldBeFalse();
        answers[0].GetProperty("diagnostics")[0].GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        answers[1].GetProperty("result").GetProperty("content").GetString().ShouldBe("fine");
    }

    private async Task<IReadOnlyList<JsonElement>> Answer(params string[] rows)
    {
        var run = await _terminal.RunWith(string.Join('\n', rows), "compose", "--batch");
        run.ExitCode.ShouldBe(0, run.Errors);
        return [.. run.Lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
