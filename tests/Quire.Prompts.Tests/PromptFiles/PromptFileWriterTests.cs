using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Quire.Prompts.Names;
using Quire.Prompts.PromptFiles;
using Quire.Templating;

namespace Quire.Prompts.Tests.PromptFiles;

public sealed class PromptFileWriterTests
{
    [Fact]
    public void A_markdown_file_has_a_head_in_a_fixed_order_and_the_body_as_it_is()
    {
        var text = PromptFileWriter.Write(new()
        {
            Description = "Answers: questions",
            Dialect = Dialect.Variables,
            Tags = ["a", "no"],
            Category = "help",
            Variables = Json("""{"type":"object","properties":{"name":{"type":"string","default":"5"}}}"""),
            Model = Json("""{"name":"gpt","stop":[],"extra":{},"temperature":0.5}"""),
            Extensions = new Dictionary<string, JsonElement> { ["x-b"] = Json("null"), ["x-a"] = Json("[[1,2],{\"k\":[true]}]") },
            Body = "Hello {{ name }}\n",
        });
        text.ShouldBe("""
            ---
            description: "Answers: questions"
            dialect: variables
            tags:
              - a
              - "no"
            category: help
            variables:
              type: object
              properties:
                name:
                  type: string
                  default: "5"
            model:
              name: gpt
              stop: []
              extra: {}
              temperature: 0.5
            x-a:
              -
                - 1
                - 2
              - k:
                  - true
            x-b: null
            ---
            Hello {{ name }}

            """);
        var file = PromptFileParser.Parse("a.prompt.md", Encoding.UTF8.GetBytes(text)).File.ShouldNotBeNull();
        file.Tags.ShouldBe(["a", "no"]);
        file.Extensions["x-a"].GetRawText().ShouldBe("""[[1,2],{"k":[true]}]""");
    }

    [Fact]
    public void A_chat_file_keeps_texts_of_several_lines_readable()
    {
        var text = PromptFileWriter.Write(new()
        {
            Format = PromptFormat.Yaml,
            Title = "Chat",
            Model = Json("\"gpt\""),
            ModelParameters = Json("""{"temperature":1}"""),
            Messages = Json("""[{"role":"system","content":"Be kind.\nBe brief.\n"},{"placeholder":"history"},{"role":"user","content":"{{ input }}"}]"""),
        });
        text.ShouldBe("""
            name: Chat
            model: gpt
            modelParameters:
              temperature: 1
            messages:
              - role: system
                content: |
                  Be kind.
                  Be brief.
              - placeholder: history
              - role: user
                content: "{{ input }}"

            """);
        PromptFileParser.Parse("a.prompt.yml", Encoding.UTF8.GetBytes(text)).File.ShouldNotBeNull().Messages.Count.ShouldBe(3);
    }

    [Fact]
    public void A_contribution_says_what_it_extends()
    {
        ExtendsTarget.TryParse("@main/shared:support/answer", out var target, out _).ShouldBeTrue();
        var text = PromptFileWriter.Write(new() { Extends = target, Layer = LayerKind.Tenant, Scope = ScopeName.Parse("acme"), Body = "{% contribute \"x\" %}y{% endcontribute %}" });
        text.ShouldBe("---\nextends: \"@main/shared:support/answer\"\nlayer: tenant\nscope: acme\n---\n{% contribute \"x\" %}y{% endcontribute %}");
    }

    [Theory]
    [InlineData("Hello\n", "Hello\n")]
    [InlineData("", "")]
    [InlineData("---\nx\n---\n", "---\n---\n---\nx\n---\n")]
    [InlineData("---\nnot closed", "---\n---\n---\nnot closed")]
    public void A_body_alone_needs_a_head_only_where_it_would_be_taken_for_one(string body, string file)
    {
        PromptFileWriter.Write(new() { Body = body }).ShouldBe(file);
        PromptFileParser.Parse("a.prompt.md", Encoding.UTF8.GetBytes(file)).File.ShouldNotBeNull().Body.ShouldNotBeNull().Source.ShouldBe(body);
        PromptFileWriter.Write(new() { Format = PromptFormat.Text, Body = body }).ShouldBe(body);
    }

    [Fact]
    public void Any_text_comes_back_as_it_was_written()
    {
        var parts = Gen.Elements("a", "Ünï", " ", "  ", "\n", "\n\n", "\t", ": ", "#", " #x", "- ", "|", ">", "\"", "'", "\\", "{{ x }}", "{% y %}", "---", "...", "null", "5", "yes", "~", "&a", "*a", "!t", "%d", "@", "`", "\r", "\u0085", "\u2028", "\uFEFF", "\u0001", "\u007f", "😀", "[", "]", "{", "}", ",", "?", "0x1F");
        var texts = Gen.Select(Gen.ListOf(parts), list => string.Concat(list));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(texts.ToArbitrary(), RoundTrips));
    }

    private static bool RoundTrips(string text)
    {
        var value = JsonSerializer.SerializeToElement(new Dictionary<string, object> { ["k"] = text, ["list"] = new[] { text, "z" }, ["in"] = new Dictionary<string, string> { ["q"] = text } });
        var file = PromptFileWriter.Write(new() { Extensions = new Dictionary<string, JsonElement> { ["x-v"] = value, ["x-w"] = JsonSerializer.SerializeToElement(text) } });
        var read = PromptFileParser.Parse("a.prompt.md", Encoding.UTF8.GetBytes(file));
        if (read.File is null)
            throw new InvalidOperationException($"{read.Diagnostics[0]} in {JsonSerializer.Serialize(file)}");
        return JsonElement.DeepEquals(read.File.Extensions["x-v"], value) && read.File.Extensions["x-w"].GetString() == text
            ? true
            : throw new InvalidOperationException(JsonSerializer.Serialize(file));
    }

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
