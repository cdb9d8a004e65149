using Quire.Core.Langfuse;

namespace Quire.Core.Tests.Langfuse;

public sealed class LangfuseTagsTests
{
    [Theory]
    [InlineData("a @@@langfusePrompt:name=test|version=1@@@ b", "test v1")]
    [InlineData("@@@langfusePrompt:name=test|label=production@@@", "test production")]
    [InlineData("@@@langfusePrompt:name=test-with-hyphens|version=1@@@ @@@langfusePrompt:name=test with spaces|label=production@@@ @@@langfusePrompt:name=a_b.c/9|version=3@@@", "test-with-hyphens v1, test with spaces production, a_b.c/9 v3")]
    [InlineData("first: @@@langfusePrompt:name=first|version=1@@@\nsecond: @@@langfusePrompt:name=second|label=staging@@@", "first v1, second staging")]
    [InlineData("@@@langfusePrompt:name=valid|version=1@@@ @@@langfusePrompt:version=1@@@ @@@langfusePrompt:name=invalid|something=else@@@", "valid v1")]
    [InlineData("nothing at all", "")]
    [InlineData("", "")]
    [InlineData("@@@langfusePrompt:name=test|label=prod-v1.0_beta@@@", "test prod-v1.0_beta")]
    [InlineData("@@@langfusePrompt:name=test|version=123@@@", "test v123")]
    [InlineData("@@@langfusePrompt:name=my prompt|label=production label@@@", "my prompt production label")]
    [InlineData("@@@langfusePrompt:name=same|version=1@@@@@@langfusePrompt:name=same|version=2@@@@@@langfusePrompt:name=same|label=production@@@", "same v1, same v2, same production")]
    [InlineData("@@langfusePrompt:name=test|version=1@@ @@@langfusePrompt:name=valid|version=1@@@ langfusePrompt:name=test|version=1@@@", "valid v1")]
    [InlineData("@@@langfusePrompt:name=valid|version=1@@@ @@@langfuseMedia:type=image/jpeg|id=1|source=base64@@@ @@@langfusePrompt:name=another|label=production@@@", "valid v1, another production")]
    [InlineData("@@@langfusePrompt:name=valid|version=1@@@ @@@langfusePrompt:version=1|name=test@@@", "valid v1")]
    [InlineData("@@@langfusePrompt:name=a|version=x@@@ @@@langfusePrompt:name=a|version=-1@@@ @@@langfusePrompt:name=|version=1@@@ @@@langfusePrompt:name=a|version=1|x=2@@@", "")]
    [InlineData("@@@langfusePrompt:name=a=b|label=c=d@@@", "a c")]
    [InlineData("@@@langfusePrompt:name=open|version=1", "")]
    public void Tags_are_found_and_all_else_is_text(string text, string found) =>
        string.Join(", ", LangfuseTags.Find(text).Select(tag => $"{tag.Name} {(tag.Version is { } version ? $"v{version}" : tag.Label)}")).ShouldBe(found);

    [Fact]
    public void A_tag_knows_where_it_stands()
    {
        var tag = LangfuseTags.Find("ab@@@langfusePrompt:name=x|version=1@@@cd").ShouldHaveSingleItem();
        (tag.Start, tag.Length).ShouldBe((2, 37));
    }

    [Fact]
    public void Beginnings_without_an_end_cost_no_more_than_reading_them()
    {
        var text = string.Concat(Enumerable.Repeat("@@@langfusePrompt:name=", 100_000));
        LangfuseTags.Find(text).ShouldBeEmpty();
    }
}
