using Quire.Templating.MergePoints;

namespace Quire.Templating.Tests.MergePoints;

public sealed class ContributionParserTests
{
    [Fact]
    public void Blocks_are_read_before_the_dialect()
    {
        var result = ContributionParser.Parse("\n{% contribute \"tone\" %}\nBe {{ x }}.\n{% endcontribute %}\n\n{%- contribute 'b' locked -%}  y  {%- endcontribute \"b\" -%}\n", Dialect.Mustache);
        result.Diagnostics.ShouldBeEmpty();
        result.Succeeded.ShouldBeTrue();
        result.Blocks.Select(b => (b.MergePoint, b.Locked, b.Line, b.Column)).ShouldBe([("tone", false, 2, 1), ("b", true, 6, 1)]);
        result.Blocks[0].Body.Render(new RenderRequest { Variables = Rendering.Json("""{"x":"kind"}""") }).Output.ShouldBe("\nBe kind.\n");
        result.Blocks[1].Body.Render(new RenderRequest()).Output.ShouldBe("y");
    }

    [Fact]
    public void A_body_keeps_every_character()
    {
        var result = ContributionParser.Parse("{% contribute \"a\" %}\n x \n\n{% endcontribute %}", Dialect.Jinja);
        result.Blocks[0].Body.Render(new RenderRequest()).Output.ShouldBe("\n x \n\n");
    }

    [Fact]
    public void Errors_in_bodies_have_the_place_in_the_file()
    {
        var result = ContributionParser.Parse("\n  {% contribute \"a\" %}{{ b|uper }}\n{{ c|uper }}{% endcontribute %}", Dialect.Jinja, new TemplateOptions { BaseLine = 5, Name = "f" });
        result.Diagnostics.Select(d => (d.Code, d.Line, d.Column)).ShouldBe([("QT1003", 6, 28), ("QT1003", 7, 6)]);
        result.Blocks.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("hello {% contribute \"a\" %}{% endcontribute %}", "QT4004")]
    [InlineData("{% contribute \"a\" %}", "QT4005")]
    [InlineData("{% contribute %}{% endcontribute %}", "QT4006")]
    [InlineData("{% contribute \"a\" lock %}{% endcontribute %}", "QT4007")]
    [InlineData("{{ x }}", "QT4004")]
    [InlineData("{% contributes \"a\" %}", "QT4004")]
    public void Anything_else_is_an_error(string source, string code)
    {
        var result = ContributionParser.Parse(source, Dialect.Jinja);
        result.Succeeded.ShouldBeFalse();
        result.Diagnostics[0].Code.ShouldBe(code);
    }

    [Fact]
    public void A_long_source_is_refused() =>
        ContributionParser.Parse("{% contribute \"a\" %}{% endcontribute %}", Dialect.Text, new TemplateOptions { MaxSourceLength = 5 }).Diagnostics[0].Code.ShouldBe("QT1010");
}
