using System.Text;
using Quire.Prompts.PromptFiles;
using Quire.Templating;
using Quire.Templating.MergePoints;

namespace Quire.Prompts.Tests.PromptFiles;

public sealed class PromptFileParserTests
{
    private static PromptFileResult Parse(string path, string text) => PromptFileParser.Parse(path, Encoding.UTF8.GetBytes(text));

    private static PromptFile Good(string path, string text)
    {
        var result = Parse(path, text);
        result.Diagnostics.ShouldBeEmpty();
        return result.File.ShouldNotBeNull();
    }

    [Fact]
    public void A_markdown_prompt_has_a_head_and_a_body()
    {
        var file = Good("support/answer.prompt.md", """
            ---
            description: Answers
            dialect: liquid
            tags: [a, b, a]
            category: support
            model: { name: gpt, temperature: 0.5 }
            x-owner: no
            ---
            Hello {{ name }}

            """);
        file.Name.Value.ShouldBe("support/answer");
        file.Type.ShouldBe(PromptType.Text);
        file.Dialect.ShouldBe(Dialect.Liquid);
        file.Description.ShouldBe("Answers");
        file.Tags.ShouldBe(["a", "b"]);
        file.Category.ShouldBe("support");
        file.Config.GetRawText().ShouldBe("""{"name":"gpt","temperature":0.5}""");
        file.Extensions["x-owner"].GetString().ShouldBe("no");
        file.Body.ShouldNotBeNull().Source.ShouldBe("Hello {{ name }}\n");
    }

    [Fact]
    public void A_chat_prompt_has_messages_placeholders_and_merge_points()
    {
        var file = Good("chat.prompt.yml", """
            name: Chat
            model: openai/gpt
            modelParameters:
              temperature: 0
            messages:
              - role: system
                content: |
                  Be kind.
              - merge_point: examples
                behavior: prepend
                required: true
                messages:
                  - role: user
                    content: Hi
              - placeholder: history
              - role: user
                content: "{{ input }}"
            """);
        file.Type.ShouldBe(PromptType.Chat);
        file.Title.ShouldBe("Chat");
        file.Config.GetRawText().ShouldBe("""{"model":"openai/gpt","temperature":0}""");
        file.Messages.Count.ShouldBe(4);
        file.Messages[0].ShouldBeOfType<ChatItem.Message>().Content.Source.ShouldBe("Be kind.\n");
        var point = file.Messages[1].ShouldBeOfType<ChatItem.MergePoint>();
        (point.Name, point.Behavior, point.Required, point.Default.Count, point.Line).ShouldBe(("examples", MergeBehavior.Prepend, true, 1, 9));
        file.Messages[2].ShouldBeOfType<ChatItem.Placeholder>().Name.ShouldBe("history");
    }

    [Fact]
    public void A_chat_contribution_gives_texts_and_messages()
    {
        var file = Good("acme.prompt.yml", """
            extends: '@main/prompts:support/chat'
            layer: tenant
            scope: acme
            contributions:
              - merge_point: tone
                locked: true
                content: Be brief.
              - merge_point: examples
                messages:
                  - role: user
                    content: Hi
            """);
        var header = file.Contribution.ShouldNotBeNull();
        header.Extends.ToString().ShouldBe("@main/prompts:support/chat");
        (header.Layer, header.Scope?.Value, header.Line).ShouldBe((LayerKind.Tenant, "acme", 1));
        file.Parts.Select(part => (part.MergePoint, part.Locked, part.Text?.Source, part.Messages?.Count))
            .ShouldBe([("tone", true, "Be brief.", null), ("examples", false, null, 1)]);
    }
}
