using System.Text.Json;
using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Judge.ChatTemplates;

/// <summary>Chat-sized templates under Hugging Face's settings, byte for byte.</summary>
public class ChatTemplateTests
{
    private static readonly string _file = Repository.Judge("ChatTemplates", "chat-templates.jsonl");

    public static TheoryData<string> Names() => [.. File.ReadLines(_file).Select(line => Read(line).Id)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_template_renders_as_python_renders_it(string name)
    {
        var row = File.ReadLines(_file).Select(Read).Single(r => r.Id == name);
        RowRunner.Run(row).ShouldBe(row.Expected);
    }

    private static Row Read(string line)
    {
        var json = JsonDocument.Parse(line).RootElement;
        return new Row
        {
            Id = json.GetProperty("id").GetString()!,
            Template = json.GetProperty("template").GetString()!,
            Context = json.GetProperty("context"),
            Templates = json.TryGetProperty("templates", out var templates)
                ? templates.EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetString()!)
                : new Dictionary<string, string>(),
            Options = new TemplateOptions { ChatTemplate = true, TrimBlocks = true, LstripBlocks = true },
            Expected = Outcome.Text(json.GetProperty("expected").GetString()!),
        };
    }
}
