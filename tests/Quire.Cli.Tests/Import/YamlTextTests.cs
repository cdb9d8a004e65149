using System.Text;
using System.Text.Json;
using Quire.Cli.Import;
using Quire.Prompts.PromptFiles;
using Quire.Testing;

namespace Quire.Cli.Tests.Import;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("- a: b # c\n  d")]
    [InlineData("two\nlines")]
    [InlineData("two\nlines\n")]
    [InlineData("many\n\n\n")]
    [InlineData("\n")]
    [InlineData("\n\nstarts with breaks")]
    [InlineData("  indented\n deeper\n")]
    [InlineData("trailing blanks  \n  \nmore  ")]
    [InlineData("tab\there\n\ttabbed line")]
    [InlineData("quote \" and \\ and 'single'")]
    [InlineData("emoji 🙂 日本 é\nsecond 🙂")]
    [InlineData("carriage\r\nreturn\rmore")]
    [InlineData("\u2028 \u2029 \u0085 \uFEFF \u007F \u001b")]
    [InlineData("--- \n...\n--- x")]
    [InlineData("%YAML\n# comment")]
    public void A_text_comes_back_as_it_went_in(string text) => RoundTrip(text).ShouldBe(text);

    [Fact]
    public void Any_text_comes_back_as_it_went_in()
    {
        var random = Seeds.NewRandom();
        const string Letters = "ab \t\n\r:#-'\"\\{}[]|>%@&*!?é🙂";
        for (var i = 0; i < 500; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => char.IsSurrogate(Letters[random.Next(Letters.Length)]) ? 'x' : Letters[random.Next(Letters.Length - 2)]));
            RoundTrip(text).ShouldBe(text);
        }
    }

    [Fact]
    public void Json_becomes_a_flow_collection_with_the_same_meaning()
    {
        using var json = JsonDocument.Parse("""{"a":[1,2.5,true,null,"x: y 🙂"],"b":{"c d":{}}}""");
        var parsed = Parse($"model: {YamlText.Flow(json.RootElement)}\nmessages:\n  - role: user\n    content: x\n");
        JsonElement.DeepEquals(parsed.Model!.Value, json.RootElement).ShouldBeTrue(parsed.Model.Value.ToString());
    }

    private static string RoundTrip(string text)
    {
        var file = Parse($"dialect: text\ndescription: {YamlText.Quote("d" + text)}\nmessages:\n  - role: \"user\"\n    content: {YamlText.Value(text, 4)}\n  - role: user\n    content: next\n");
        file.Messages.Count.ShouldBe(2);
        return file.Messages[0].ShouldBeOfType<ChatItem.Message>().Content.Source;
    }

    private static PromptFile Parse(string yaml)
    {
        var parsed = PromptFileParser.Parse("x.prompt.yml", Encoding.UTF8.GetBytes(yaml));
        return parsed.File ?? throw new InvalidOperationException(string.Join('\n', parsed.Diagnostics) + "\n" + yaml);
    }
}
