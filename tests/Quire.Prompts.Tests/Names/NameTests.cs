using Quire.Prompts.Names;

namespace Quire.Prompts.Tests.Names;

public sealed class NameTests
{
    public static IEnumerable<TheoryDataRow<string>> Cases => CaseFiles.Lines("names.jsonl");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_name_is_taken_or_refused(string line)
    {
        var (kind, text, expected) = CaseFiles.Strings(line) is [var a, var b, var c] ? (a, b, c) : throw new InvalidDataException(line);
        var (value, error) = Read(kind, text);
        (error?.Code ?? "ok").ShouldBe(expected);
        value.ShouldBe(expected == "ok" ? text : null);
    }

    private static (string?, NameError?) Read(string kind, string text)
    {
        NameError? error;
        var value = kind switch
        {
            "project" => ProjectName.TryParse(text, out var name, out error) ? name.Value : null,
            "organisation" => OrganisationName.TryParse(text, out var name, out error) ? name.Value : null,
            "alias" => AliasName.TryParse(text, out var name, out error) ? name.Value : null,
            "scope" => ScopeName.TryParse(text, out var name, out error) ? name.Value : null,
            _ => RefName.TryParse(text, out var name, out error) ? name.Value : null,
        };
        return (value, error);
    }

    [Fact]
    public void Names_print_as_they_were_written_and_refuse_loudly()
    {
        $"{ProjectName.Parse("a")}{OrganisationName.Parse("b")}{AliasName.Parse("c")}{ScopeName.Parse("d")}{RefName.Parse("e")}".ShouldBe("abcde");
        Should.Throw<FormatException>(() => ProjectName.Parse(""));
        Should.Throw<FormatException>(() => OrganisationName.Parse(""));
        Should.Throw<FormatException>(() => AliasName.Parse("7")).Message.ShouldContain("did you mean `v7`?");
        Should.Throw<FormatException>(() => ScopeName.Parse(" "));
        Should.Throw<FormatException>(() => RefName.Parse("a b"));
        Should.Throw<FormatException>(() => ProjectName.Parse("My App")).Message.ShouldContain("did you mean `my-app`?");
    }

    [Fact]
    public void Long_names_are_refused()
    {
        ScopeName.TryParse(new string('a', 101), out _, out var error).ShouldBeFalse();
        error!.Code.ShouldBe(NameCodes.TooLong);
        RefName.TryParse(string.Concat(Enumerable.Repeat("é", 101)), out _, out error).ShouldBeFalse();
        error!.Code.ShouldBe(NameCodes.TooLong);
    }
}
