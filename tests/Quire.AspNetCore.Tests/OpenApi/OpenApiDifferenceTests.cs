using System.Text.Json;

namespace Quire.AspNetCore.Tests.OpenApi;

public sealed class OpenApiDifferenceTests
{
    private const string Document = """
        {"paths":{"/a":{"get":{"operationId":"getA","parameters":[{"in":"query","name":"q"}],
          "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/In"}}}},
          "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Out"}}}}}}}},
         "components":{"schemas":{"In":{"type":"object","required":["x"],"properties":{"x":{"type":"string"},"y":{"type":"string"}}},
           "Out":{"type":"object","required":["list"],"properties":{"list":{"type":"array","items":{"type":"object","properties":{"deep":{"type":"integer"}}}},"more":{"type":"string"}}}}}}
        """;

    [Fact]
    public void A_document_does_not_break_itself() => Breaks("", "").ShouldBeEmpty();

    [Theory]
    [InlineData("\"/a\"", "\"/b\"", "The path /a is gone.")]
    [InlineData("\"get\"", "\"put\"", "The operation get /a is gone.")]
    [InlineData("getA", "readA", "get /a has another operationId.")]
    [InlineData("\"name\":\"q\"", "\"name\":\"r\"", "get /a no longer takes the parameter query:q.")]
    [InlineData("\"name\":\"q\"", "\"name\":\"q\",\"required\":true", "get /a now demands the parameter query:q.")]
    [InlineData("\"required\":[\"x\"]", "\"required\":[\"x\",\"y\"]", "the body of get /a.y is now required.")]
    [InlineData(",\"y\":{\"type\":\"string\"}", "", "the body of get /a.y is gone.")]
    [InlineData("\"200\"", "\"201\"", "get /a no longer answers 200.")]
    [InlineData("\"deep\":{\"type\":\"integer\"}", "\"deep\":{\"type\":\"string\"}", "the answer 200 of get /a.list[].deep changed its type from \"integer\" to \"string\".")]
    [InlineData("\"deep\"", "\"flat\"", "the answer 200 of get /a.list[].deep is gone.")]
    [InlineData("\"required\":[\"list\"]", "\"required\":[]", "the answer 200 of get /a.list may now be absent.")]
    [InlineData(",\"more\":{\"type\":\"string\"}", "", "the answer 200 of get /a.more is gone.")]
    public void What_a_client_relies_on_is_missed(string before, string after, string sentence) => Breaks(before, after).ShouldContain(sentence);

    [Theory]
    [InlineData("\"properties\":{\"list\"", "\"properties\":{\"new\":{\"type\":\"string\"},\"list\"")]
    [InlineData("\"properties\":{\"x\"", "\"properties\":{\"new\":{\"type\":\"string\"},\"x\"")]
    [InlineData("[{\"in\":\"query\",\"name\":\"q\"}]", "[{\"in\":\"query\",\"name\":\"q\"},{\"in\":\"query\",\"name\":\"new\"}]")]
    [InlineData("\"required\":[\"x\"]", "\"required\":[]")]
    public void What_is_added_or_no_longer_demanded_breaks_nobody(string before, string after) => Breaks(before, after).ShouldBeEmpty();

    private static IReadOnlyList<string> Breaks(string before, string after)
    {
        if (before.Length > 0)
            Document.ShouldContain(before);
        var changed = before.Length == 0 ? Document : Document.Replace(before, after, StringComparison.Ordinal);
        return OpenApiDifference.Breaks(JsonElement.Parse(Document), JsonElement.Parse(changed));
    }
}
