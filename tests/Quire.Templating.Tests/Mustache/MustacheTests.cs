namespace Quire.Templating.Tests.Mustache;

public sealed class MustacheTests
{
    private static readonly TemplateOptions Options = new() { Dialect = Dialect.Mustache };

    [Theory]
    [InlineData("{{ a }}{{{ b }}}{{& c }}", """{"a":"<","b":1,"c":true}""", "<1true")]
    [InlineData("{{# xs }}{{ . }},{{/ xs }}{{^ xs }}none{{/ xs }}", """{"xs":[1,2.5,"a"]}""", "1,2.5,a,")]
    [InlineData("{{# xs }}{{ . }}{{/ xs }}{{^ xs }}none{{/ xs }}", """{"xs":[]}""", "none")]
    [InlineData("{{# o }}{{ k }}{{ outer }}{{/ o }}", """{"o":{"k":"v"},"outer":"o"}""", "vo")]
    [InlineData("a\n  {{# x }}\n  b\n  {{/ x }}\nc", """{"x":true}""", "a\n  b\nc")]
    [InlineData("{{= <% %> =}}<% a %> {{ a }}", """{"a":1}""", "1 {{ a }}")]
    [InlineData("{{! comment }}x{{ l }}{{ big }}", """{"l":{"a":[1]},"big":123456789012345678901}""", "x{\"a\": [1]}123456789012345678901")]
    public void Prints(string source, string variables, string expected) => Rendering.Print(source, variables, Options).ShouldBe(expected);

    [Theory]
    [InlineData("{{ a", "QT1005")]
    [InlineData("{{# a }}", "QT1006")]
    [InlineData("{{/ a }}", "QT1001")]
    [InlineData("{{# a }}{{/ b }}{{/ a }}", "QT1001")]
    [InlineData("{{= x =}}", "QT1001")]
    [InlineData("{{ }}", "QT1001")]
    public void Refuses(string source, string code) => Template.Parse(source, Options).Diagnostics[0].Code.ShouldBe(code);

    [Fact]
    public void Partials_parents_and_dynamic_names_come_from_the_callers_map()
    {
        var sources = new Dictionary<string, string>
        {
            ["p"] = "[{{ x }}]\n",
            ["layout"] = "<{{$ body }}default{{/ body }}>\n  {{$ more }}\n  m\n  {{/ more }}\n",
            ["j"] = "{{ x|default('jinja') }}",
        };
        Template? Find(string name) => sources.TryGetValue(name, out var source) ? Rendering.Read(source, Options with { Dialect = name == "j" ? Dialect.Jinja : Dialect.Mustache }) : null;
        var template = Rendering.Read("  {{> p }}\n{{> *name }}{{< layout }}{{$ body }}own{{/ body }}\n{{$ more }}\n a\n b\n{{/ more }}\n{{/ layout }}\n{{> gone }}{{> j }}", Options);
        var result = template.Render(new RenderRequest { Variables = Rendering.Json("""{"x":1,"name":"p"}"""), Resolve = Find });
        result.Output.ShouldBe("  [1]\n[1]\n<own>\n  a\n  b\n1");
        template.References.ShouldBe(["p", "layout", "gone", "j"]);
        template.HasDynamicReferences.ShouldBeTrue();
    }

    [Fact]
    public void Html_is_escaped_where_asked() =>
        Rendering.Print("{{ a }}{{{ a }}}", """{"a":"<&\">'"}""", Options with { Escape = EscapeMode.Html }).ShouldBe("&lt;&amp;&quot;&gt;'<&\">'");

    [Fact]
    public void Sections_that_nest_too_deep_are_refused() =>
        Template.Parse(string.Concat(Enumerable.Repeat("{{# a }}", 1000)), Options).Diagnostics.ShouldContain(d => d.Code == "QT1009");
}
