using System.Buffers;
using System.Text;
using System.Text.Json;
using Quire.Composition.Batch;

namespace Quire.Composition.Tests.Batch;

public sealed class ComposeBatchTests
{
    private const string Base = "Hello {{ name }}. {% merge_point \\\"tone\\\" %}Be clear.{% endmerge_point %}{% include \\\"part\\\" %}{% merge_point \\\"q\\\" user %}{% endmerge_point %}";
    private const string Acme = "---\\nextends: support/answer\\nlayer: tenant\\nscope: acme\\n---\\n{% contribute \\\"tone\\\" %} Be kind.{% endcontribute %}";

    private static (bool Ok, JsonElement Answer) Answer(string row)
    {
        var output = new ArrayBufferWriter<byte>();
        var ok = new ComposeBatch(bytes => bytes.Fill(1)).Answer(Encoding.UTF8.GetBytes(row), output);
        return (ok, JsonSerializer.Deserialize<JsonElement>(output.WrittenSpan));
    }

    private static string Row(string request, string more = "") =>
        $$"""{"id": 7, "prompt": "support/answer", "sources": {"support/answer.prompt.md": "{{Base}}", "acme.prompt.md": "{{Acme}}", "part.prompt.md": " P "}, "request": {{request}}{{more}}}""";

    [Fact]
    public void A_row_is_answered_with_content_layers_and_provenance()
    {
        var (ok, answer) = Answer(Row("""{"tenant": "acme", "variables": {"name": "Ada"}, "userText": {"q": "{{ 7*7 }}"}}""", ", \"explain\": true"));
        ok.ShouldBeTrue();
        answer.GetProperty("id").GetInt32().ShouldBe(7);
        var result = answer.GetProperty("result");
        result.GetProperty("content").GetString().ShouldBe("Hello Ada. Be clear. Be kind. P {{ 7*7 }}");
        result.GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("layer").GetString()).ShouldBe(["base", "tenant", "user", "request", "fence"]);
        result.GetProperty("provenance").GetArrayLength().ShouldBe(7);
        answer.GetProperty("explain").GetArrayLength().ShouldBe(2);
        answer.GetProperty("diagnostics").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void Provenance_can_be_left_out()
    {
        var (_, answer) = Answer(Row("{}", ", \"provenance\": false"));
        answer.GetProperty("result").TryGetProperty("provenance", out _).ShouldBeFalse();
        answer.TryGetProperty("explain", out _).ShouldBeFalse();
    }

    [Fact]
    public void What_is_not_promoted_takes_no_part()
    {
        var (_, answer) = Answer(Row("""{"tenant": "acme", "fence": true, "userText": {"q": "x"}}""", ", \"explain\": true, \"notPromoted\": [\"acme\"]"));
        answer.GetProperty("result").GetProperty("content").GetString()!.ShouldNotContain("kind");
        answer.GetProperty("explain")[0].GetProperty("offers").EnumerateArray().Select(offer => offer.GetProperty("outcome").GetString()).ShouldBe(["stands", "notPromoted"]);
        answer.GetProperty("result").GetProperty("boundary").GetString().ShouldStartWith("user-text-01");
    }

    [Fact]
    public void A_chat_row_takes_placeholders()
    {
        var (ok, answer) = Answer("""{"prompt": "chat", "sources": {"chat.prompt.yml": "messages:\n  - placeholder: history\n  - {role: user, content: Q}\n"}, "request": {"placeholders": {"history": [{"role": "user", "content": "hi"}]}, "features": ["a"], "agent": "b", "systems": ["c"], "seed": 3}}""");
        ok.ShouldBeTrue(answer.GetRawText());
        answer.GetProperty("result").GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").GetString()).ShouldBe(["hi", "Q"]);
    }

    [Theory]
    [InlineData("", BatchCodes.NotJson)]
    [InlineData("{", BatchCodes.NotJson)]
    [InlineData("[]", BatchCodes.NotJson)]
    [InlineData("{}", BatchCodes.Member)]
    [InlineData("""{"prompt": "a"}""", BatchCodes.Member)]
    [InlineData("""{"prompt": 5, "sources": {}}""", BatchCodes.Member)]
    [InlineData("""{"prompt": "a", "sources": []}""", BatchCodes.Member)]
    [InlineData("""{"prompt": "a", "sources": {"a.prompt.md": 5}}""", BatchCodes.Member)]
    [InlineData("""{"prompt": "a", "sources": {}, "requests": {}}""", BatchCodes.Member)]
    [InlineData("""{"prompt": "a", "sources": {}, "request": []}""", BatchCodes.Member)]
    [InlineData("""{"prompt": "a", "sources": {}, "request": {"feature": []}}""", BatchCodes.Member)]
    [InlineData("""{"prompt": "a", "sources": {}, "request": {"features": "x"}}""", BatchCodes.Member)]
    [InlineData("""{"prompt": "a", "sources": {}, "request": {"features": [5]}}""", BatchCodes.Member)]
    [InlineData("""{"prompt": "a", "sources": {}, "request": {"variables": []}}""", BatchCodes.Member)]
    [InlineData("""{"prompt": "a", "sources": {}, "request": {"placeholders": {"x": 5}}}""", BatchCodes.Member)]
    [InlineData("""{"prompt": "a", "sources": {}, "request": {"placeholders": {"x": [{"role": "user"}]}}}""", BatchCodes.Member)]
    [InlineData("""{"prompt": "a", "sources": {}, "request": {"fence": "yes"}}""", BatchCodes.Member)]
    [InlineData("""{"prompt": "a", "sources": {}, "request": {"tenant": "a b"}}""", "QP1003")]
    [InlineData("""{"prompt": "a", "sources": {}}""", BatchCodes.NoPrompt)]
    [InlineData("""{"prompt": "a", "sources": {"a.prompt.md": "x", "b.prompt.md": "{% if %}"}}""", "QT1")]
    [InlineData("""{"prompt": "a", "sources": {"a.prompt.md": "x", "A.prompt.md": "y"}}""", "QP1015")]
    [InlineData("""{"prompt": "a", "sources": {"a.prompt.md": "x"}, "request": {"userText": {"q": "x"}}}""", CompositionCodes.UnknownUserText)]
    public void A_bad_row_is_answered_with_a_code(string row, string code)
    {
        var (ok, answer) = Answer(row);
        ok.ShouldBeFalse();
        answer.GetProperty("ok").GetBoolean().ShouldBeFalse();
        answer.GetProperty("diagnostics")[0].GetProperty("code").GetString()!.ShouldStartWith(code);
    }

    [Fact]
    public void The_id_of_a_bad_row_is_given_back() =>
        Answer("""{"id": "x", "nonsense": 1}""").Answer.GetProperty("id").GetString().ShouldBe("x");
}
