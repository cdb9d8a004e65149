using System.Text;
using Quire.Prompts.Files;
using Quire.Prompts.Names;

namespace Quire.Prompts.Tests.Files;

public sealed class FileRoleTests
{
    public static IEnumerable<TheoryDataRow<string>> Cases => CaseFiles.Lines("roles.jsonl");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Path_and_bytes_decide_the_role(string line)
    {
        var (path, content, role, name) = CaseFiles.Strings(line) is [var a, var b, var c, var d] ? (a, b, c, d) : throw new InvalidDataException(line);
        var bytes = content.StartsWith("hex:", StringComparison.Ordinal) ? Convert.FromHexString(content[4..]) : Encoding.UTF8.GetBytes(content);
        Describe(FileRole.Classify(path, bytes)).ShouldBe((role, name));
    }

    private static (string, string) Describe(FileRole role) => role switch
    {
        FileRole.Prompt prompt => ($"prompt {prompt.Format.ToString().ToLowerInvariant()}", prompt.PromptName!.Value),
        FileRole.TextPrompt text => ("text", text.PromptName!.Value),
        FileRole.Asset asset => ("asset", asset.PromptName?.Value ?? ""),
        FileRole.SetFile => ("set", ""),
        FileRole.Refused refused => ("refused", refused.Error.Code),
        _ => ("?", ""),
    };

    [Fact]
    public void A_lock_file_is_told_from_the_manifest()
    {
        FileRole.Classify("quire.lock", "{}"u8).ShouldBe(new FileRole.SetFile(IsLock: true));
        FileRole.Classify("quire.json", "{}"u8).ShouldBe(new FileRole.SetFile(IsLock: false));
    }

    [Fact]
    public void A_prompt_has_one_file_path_per_format()
    {
        var name = PromptPath.Parse("a/b");
        FileRole.FilePath(name, PromptFormat.Markdown).ShouldBe("a/b.prompt.md");
        FileRole.FilePath(name, PromptFormat.Yaml).ShouldBe("a/b.prompt.yml");
        FileRole.FilePath(name, PromptFormat.Text).ShouldBe("a/b");
    }

    [Fact]
    public void The_first_byte_that_is_no_text_is_named()
    {
        Utf8Text.Explain("ab\0"u8).ShouldBe("NUL at byte 2");
        Utf8Text.Explain([0x61, 0xC3, 0x28, 0]).ShouldBe("invalid UTF-8 at byte 1");
        Utf8Text.Explain("ok"u8).ShouldBe("it is text");
        Utf8Text.IsText([0xED, 0xA0, 0x80]).ShouldBeFalse();
    }

    [Fact]
    public void Prompts_whose_names_differ_in_case_only_clash_and_both_are_named()
    {
        KeyValuePair<string, PromptPath>[] tree =
        [
            new("a.prompt.md", PromptPath.Parse("a")),
            new("b.prompt.md", PromptPath.Parse("b")),
            new("a.prompt.yml", PromptPath.Parse("a")),
            new("A", PromptPath.Parse("A")),
        ];
        var clashes = NameClashes.Find(tree);
        clashes.Select(clash => (clash.First, clash.Second)).ShouldBe([("a.prompt.md", "a.prompt.yml"), ("a.prompt.md", "A")]);
        clashes[0].ToError().ToString().ShouldBe("QP1015: `a.prompt.yml` and `a.prompt.md` would both be the prompt `a`. (names are unique whatever the case: rename one of them)");
    }
}
