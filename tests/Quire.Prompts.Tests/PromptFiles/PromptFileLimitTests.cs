using System.Diagnostics;
using System.Text;
using Quire.Prompts.PromptFiles;

namespace Quire.Prompts.Tests.PromptFiles;

public sealed class PromptFileLimitTests
{
    private static PromptFileResult Parse(string path, string text) => PromptFileParser.Parse(path, Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_prompt_of_one_mebibyte_is_read_in_every_format()
    {
        var text = string.Concat(Enumerable.Repeat("All work and no play.\n", 1024 * 1024 / 22 + 1));
        Parse("a.txt", text).Succeeded.ShouldBeTrue();
        Parse("a.prompt.md", "---\ndescription: x\n---\n" + text).Succeeded.ShouldBeTrue();
        var chat = Parse("a.prompt.yml", "messages:\n  - role: user\n    content: |\n" + string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"      {line}\n")));
        ((ChatItem.Message)chat.File.ShouldNotBeNull().Messages[0]).Content.Source.ShouldBe(text);
    }

    [Fact]
    public void A_larger_file_than_the_limit_is_refused()
    {
        Parse("a.txt", new string('x', PromptLimits.MaxFileBytes)).Succeeded.ShouldBeTrue();
        Parse("a.txt", new string('x', PromptLimits.MaxFileBytes + 1)).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PromptFileCodes.TooLarge);
    }

    public static TheoryData<string, string, string> Hostile => new()
    {
        { "deep flow lists", "x-a: " + new string('[', 200_000), PromptFileCodes.YamlLimit },
        { "deep flow maps", "x-a: " + string.Concat(Enumerable.Repeat("{a: ", 50_000)), PromptFileCodes.YamlLimit },
        { "deep block lists", "x-a:\n" + string.Concat(Enumerable.Range(1, 300).Select(i => new string(' ', i) + "-\n")), PromptFileCodes.YamlLimit },
        { "deep compact lists", "x-a:\n  " + string.Concat(Enumerable.Repeat("- ", 100_000)) + "x", PromptFileCodes.YamlLimit },
        { "many nodes", "x-a: [" + string.Concat(Enumerable.Repeat("1,", 60_000)) + "1]", PromptFileCodes.YamlLimit },
        { "an anchor bomb", "x-a: &a [x]\nx-b: &b [*a, *a]\nx-c: [*b, *b]", PromptFileCodes.YamlConstruct },
        { "a tag", "x-a: !!binary aGk=", PromptFileCodes.YamlConstruct },
        { "many unclosed quotes", "x-a: \"" + new string('x', 200_000), PromptFileCodes.YamlSyntax },
        { "many colons", "x-a: " + string.Concat(Enumerable.Repeat("a: ", 60_000)), PromptFileCodes.YamlSyntax },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_yaml_ends_in_an_error_quickly(string what, string yaml, string code)
    {
        var clock = Stopwatch.StartNew();
        var result = Parse("a.prompt.yml", yaml);
        result.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code, what);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5), what);
    }

    [Fact]
    public void Front_matter_has_a_longest_length()
    {
        var text = "---\nx-a: " + new string('x', PromptLimits.MaxFrontMatter) + "\n---\n";
        Parse("a.prompt.md", text).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PromptFileCodes.YamlLimit);
    }

    [Fact]
    public void A_chat_has_at_most_so_many_items()
    {
        var item = "  - placeholder: p\n";
        Parse("a.prompt.yml", "messages:\n" + string.Concat(Enumerable.Repeat(item, PromptLimits.MaxChatItems))).Succeeded.ShouldBeTrue();
        Parse("a.prompt.yml", "messages:\n" + string.Concat(Enumerable.Repeat(item, PromptLimits.MaxChatItems + 1))).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PromptFileCodes.TooMany);
    }

    [Fact]
    public void A_contribution_has_at_most_so_many_blocks()
    {
        var blocks = string.Concat(Enumerable.Range(0, PromptLimits.MaxContributionBlocks + 1).Select(i => $"  p{i}: x\n"));
        Parse("a.prompt.yml", "extends: a\nlayer: agent\ncontributions:\n" + blocks).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PromptFileCodes.TooMany);
    }

    [Fact]
    public void A_schema_has_at_most_so_many_variables()
    {
        var variables = string.Concat(Enumerable.Range(0, PromptLimits.MaxVariables + 1).Select(i => $"  v{i}: {{}}\n"));
        Parse("a.prompt.md", $"---\nvariables:\n{variables}---\n").Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PromptFileCodes.BadSchema);
    }

    [Fact]
    public void Line_ends_of_windows_are_kept_in_the_body()
    {
        var file = Parse("a.prompt.md", "---\r\ndescription: d\r\n---\r\nHello\r\n").File.ShouldNotBeNull();
        (file.Description, file.Body!.Source).ShouldBe(("d", "Hello\r\n"));
    }

    [Fact]
    public void A_finding_shows_the_line_with_a_mark_below()
    {
        var diagnostic = Parse("a.prompt.md", "---\ntags: [a]\ndescripton: d\n---\n").Diagnostics.ShouldHaveSingleItem();
        diagnostic.Excerpt.ShouldBe("descripton: d\n^^^^^^^^^^");
        diagnostic.ToString().ShouldBe("a.prompt.md:3:1: error QP3008: The key `descripton` is not known in the front matter. (did you mean `description`?)");
    }

    [Fact]
    public void The_excerpt_of_an_endless_line_is_a_window_around_the_mark()
    {
        var diagnostic = Parse("a.prompt.md", $"---\nx-a: [{new string('x', 1000)}, &b 1, {new string('y', 1000)}]\n---\n").Diagnostics.ShouldHaveSingleItem();
        var lines = diagnostic.Excerpt!.Split('\n');
        lines[0].Length.ShouldBe(120);
        lines[0][lines[1].IndexOf('^', StringComparison.Ordinal)].ShouldBe('&');
    }
}
