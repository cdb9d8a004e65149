using Quire.Prompts.Names;

namespace Quire.Prompts.Tests.Names;

public sealed class PromptPathTests
{
    public static IEnumerable<TheoryDataRow<string>> Cases => CaseFiles.Lines("paths.jsonl");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_path_is_taken_or_refused_by_the_grammar(string line)
    {
        var (text, expected) = CaseFiles.Strings(line) is [var first, var second] ? (first, second) : throw new InvalidDataException(line);
        PromptPath.TryParse(text, out var path, out var error).ShouldBe(expected == "ok", error?.ToString());
        (error?.Code ?? "ok").ShouldBe(expected);
        path?.Value.ShouldBe(text);
    }

    [Fact]
    public void A_segment_has_at_most_100_characters_however_they_are_encoded()
    {
        PromptPath.TryParse(new string('a', 100), out _, out _).ShouldBeTrue();
        PromptPath.TryParse(string.Concat(Enumerable.Repeat("𠀀", 100)), out _, out _).ShouldBeTrue();
        PromptPath.TryParse(new string('a', 101), out _, out var error).ShouldBeFalse();
        error!.Code.ShouldBe(NameCodes.TooLong);
        PromptPath.TryParse(string.Concat(Enumerable.Repeat("é", 101)), out _, out error).ShouldBeFalse();
        error!.Code.ShouldBe(NameCodes.TooLong);
    }

    [Fact]
    public void A_path_has_a_longest_length()
    {
        var longest = string.Join('/', Enumerable.Repeat(new string('a', 99), 4)) + "/";
        PromptPath.TryParse(longest[..^1], out _, out _).ShouldBeTrue();
        PromptPath.TryParse(longest + "b", out _, out var error).ShouldBeFalse();
        error!.Code.ShouldBe(NameCodes.TooLong);
    }

    [Fact]
    public void A_path_knows_its_parts()
    {
        var path = PromptPath.Parse("a/b/c");
        (path.Name, path.Folder).ShouldBe(("c", "a/b"));
        path.Segments.ShouldBe(["a", "b", "c"]);
        PromptPath.Parse("c").Folder.ShouldBe("");
    }

    [Fact]
    public void Paths_are_equal_exactly_and_share_a_key_whatever_the_case()
    {
        var (upper, lower) = (PromptPath.Parse("Straße/ΟΔΟΣ"), PromptPath.Parse("straße/οδος"));
        upper.ShouldNotBe(lower);
        upper.FoldedKey.ShouldBe(lower.FoldedKey);
        upper.ShouldBe(PromptPath.Parse("Straße/ΟΔΟΣ"));
        upper.GetHashCode().ShouldBe(PromptPath.Parse("Straße/ΟΔΟΣ").GetHashCode());
        upper.Equals((object)lower).ShouldBeFalse();
        upper.ToString().ShouldBe(upper.Value);
    }

    [Fact]
    public void A_refusal_shows_invisible_characters_as_numbers_and_is_bounded()
    {
        PromptPath.TryParse("a\u202eb" + new string('x', 300), out _, out var error).ShouldBeFalse();
        error!.Message.ShouldContain("\\u{202E}");
        error.Message.ShouldContain("U+202E");
        error.Message.Length.ShouldBeLessThan(200);
        error.ToString().ShouldStartWith("QP1003: ");
        Should.Throw<FormatException>(() => PromptPath.Parse("/"));
    }
}
