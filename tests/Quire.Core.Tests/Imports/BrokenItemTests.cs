using System.Text;
using System.Text.Json;
using Quire.Core.Exports;
using Quire.Core.Imports;

namespace Quire.Core.Tests.Imports;

/// <summary>One item of a thousand is broken: it is told with its name, its place, the reason and the way out, and the others arrive, in every format; of tables <see cref="ImportHistoryTests"/> say it.</summary>
public sealed class BrokenItemTests
{
    private const int Count = 1_000, Broken = 500;

    [Theory]
    [InlineData("json", "many.json", "p500", "many.json, item 500")]
    [InlineData("json", "many.jsonl", "", "many.jsonl, line 500")]
    [InlineData("langfuse", "many.json", "p500", "many.json, item 500")]
    [InlineData("mlflow", "many.json", "p500", "many.json, p500 version 1")]
    [InlineData("langsmith", "many.json", "many-500", "many.json, item 500")]
    [InlineData("langsmith", "many.zip", "p500.json", "p500.json")]
    [InlineData("json", "many.zip", "p500.json", "p500.json")]
    [InlineData("prompty", "many.zip", "p500", "p500.prompty")]
    [InlineData("github", "many.zip", "p500.prompt.yml", "p500.prompt.yml")]
    [InlineData("files", "many.zip", "p500.prompt.md", "p500.prompt.md")]
    public async Task A_broken_item_in_the_middle_is_told_and_the_others_arrive(string format, string name, string called, string place)
    {
        await using var shop = await Workshop.Open();
        var report = await shop.Import(name, Bytes(format, name), format: ImportFormats.Parse(format), whole: false);

        report.Outcomes().ShouldBe($"{Count - 1} Created, 1 Failed", string.Join('\n', report.Items.Where(item => item.Outcome == ImportOutcome.Failed).Select(item => $"{item.Name} {item.Origin}: {item.Reason} {item.Hint}").Take(3)));
        var failed = report.Items.Single(item => item.Outcome == ImportOutcome.Failed);
        (failed.Name, failed.Origin).ShouldBe((called, place));
        (string.IsNullOrWhiteSpace(failed.Reason), string.IsNullOrWhiteSpace(failed.Hint)).ShouldBe((false, false), $"{failed.Reason} {failed.Hint}");
    }

    private static byte[] Bytes(string format, string name)
    {
        var items = Enumerable.Range(1, Count).Select(number => (Name: $"p{number}", Text: Item(format, number, name))).ToList();
        if (name.EndsWith(".zip", StringComparison.Ordinal))
            return FileArchive.Write(items.Select(item => ($"{item.Name}{Ending(format)}", false, (Func<ReadOnlyMemory<byte>>)(() => Encoding.UTF8.GetBytes(item.Text)))));
        return Encoding.UTF8.GetBytes(format switch
        {
            "langfuse" => $$"""{"data":[{{string.Join(',', items.Select(item => item.Text))}}]}""",
            "mlflow" => $$"""{"model_versions":[{{string.Join(',', items.Select(item => item.Text))}}]}""",
            _ when name.EndsWith(".jsonl", StringComparison.Ordinal) => string.Join('\n', items.Select(item => item.Text)),
            _ => $"[{string.Join(',', items.Select(item => item.Text))}]",
        });
    }

    private static string Ending(string format) => format switch
    {
        "prompty" => ".prompty",
        "github" => ".prompt.yml",
        "files" => ".prompt.md",
        _ => ".json",
    };

    private static string Item(string format, int number, string file)
    {
        var broken = number == Broken;
        var text = JsonSerializer.Serialize($"Text {number}: {{{{x}}}}");
        return format switch
        {
            "json" when broken && file != "many.json" => "{\"name\": ",
            "json" or "langfuse" => $$"""{"name":"p{{number}}","version":1,"prompt":{{(broken ? "[{}]" : text)}}}""",
            "mlflow" => $$"""{"name":"p{{number}}","version":"1","tags":[{"key":"mlflow.prompt.is_prompt","value":"true"},{"key":"{{(broken ? "other" : "mlflow.prompt.text")}}","value":{{text}}}]}""",
            "langsmith" when broken && file != "many.json" => "[",
            "langsmith" => $$"""{"lc":1,"type":"constructor","id":["p","PromptTemplate"],"kwargs":{"template":{{JsonSerializer.Serialize(broken ? "{" : $"Text {number}")}} } }""",
            "prompty" => $"---\nname: {(broken ? "[" : "x")}\n---\nsystem:\nText {number}\n",
            "github" => $"name: x\nmessages:\n  - role: user\n    content: {(broken ? "[" : $"Text {number}")}\n",
            _ => $"Text {number} {(broken ? "{{ x" : "{{ x }}")}\n",
        };
    }
}
