using System.Text.Json;
using Quire.Prompts.PromptFiles;

namespace Quire.Prompts.Tests.PromptFiles;

public sealed class HeadEditorTests
{
    private const string File = "---\n# about\ndescription: old   # why\n\n# the tags\ntags:\n  - a\n  - b\n\n# last\nmodel: { x: 1 }\n---\nBody {{ x }}\n";

    [Theory]
    [InlineData("description", "\"new\"", "description: old   # why\n", "description: new\n")]
    [InlineData("tags", "[\"c\"]", "tags:\n  - a\n  - b\n", "tags:\n  - c\n")]
    [InlineData("model", "{\"z\":2}", "model: { x: 1 }\n", "model:\n  z: 2\n")]
    [InlineData("category", "\"k\"", "model: { x: 1 }\n", "model: { x: 1 }\ncategory: k\n")]
    [InlineData("tags", null, "tags:\n  - a\n  - b\n", "")]
    [InlineData("category", null, "---\n#", "---\n#")]
    public void Only_the_key_changes(string key, string? value, string before, string after)
    {
        var edited = Set(PromptFormat.Markdown, File, key, value);
        edited.ShouldBe(File.Replace(before, after, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_without_head_gets_one()
    {
        Set(PromptFormat.Markdown, "Body", "tags", "[\"a\"]").ShouldBe("---\ntags:\n  - a\n---\nBody");
        Set(PromptFormat.Markdown, "Body", "tags", null).ShouldBe("Body");
        Set(PromptFormat.Markdown, "---\n---\nBody", "tags", "[\"a\"]").ShouldBe("---\ntags:\n  - a\n---\nBody");
    }

    [Fact]
    public void A_chat_file_is_edited_at_its_top()
    {
        const string Chat = "name: x\nmessages:\n  - role: user\n    content: |\n      Hi\n\n      there\n";
        Set(PromptFormat.Yaml, Chat, "name", "\"z\"").ShouldBe(Chat.Replace("name: x", "name: z", StringComparison.Ordinal));
        Set(PromptFormat.Yaml, Chat, "category", "\"k\"").ShouldBe(Chat + "category: k\n");
        Set(PromptFormat.Yaml, "name: x", "category", "\"k\"").ShouldBe("name: x\ncategory: k\n");
    }

    [Fact]
    public void Line_ends_of_windows_stay()
    {
        Set(PromptFormat.Markdown, "---\r\ndescription: a\r\ncategory: b\r\n---\r\nBody\r\n", "description", "\"c\"").ShouldBe("---\r\ndescription: c\r\ncategory: b\r\n---\r\nBody\r\n");
    }

    [Theory]
    [InlineData(PromptFormat.Text, "Body")]
    [InlineData(PromptFormat.Markdown, "---\nx: 1")]
    [InlineData(PromptFormat.Markdown, "---\n[\n---\n")]
    [InlineData(PromptFormat.Yaml, "{ name: x }")]
    [InlineData(PromptFormat.Yaml, "a: &x 1\n")]
    public void What_cannot_be_edited_in_place_is_refused(PromptFormat format, string text)
    {
        HeadEditor.TrySet(format, text, "name", JsonSerializer.SerializeToElement("y"), out _, out var error).ShouldBeFalse();
        error!.Code.ShouldBe(PromptFileCodes.BadValue);
    }

    private static string Set(PromptFormat format, string text, string key, string? value)
    {
        HeadEditor.TrySet(format, text, key, value is null ? null : JsonSerializer.Deserialize<JsonElement>(value), out var edited, out var error).ShouldBeTrue(error?.ToString());
        return edited!;
    }
}
