using Quire.Templating.Tests.Judge.Support;
using Quire.Templating.Values;

namespace Quire.Templating.Tests.Judge.Attacks;

/// <summary>A template is one immutable thing: many threads and many renders never see each other.</summary>
public class SharedTemplateTests
{
    private const string Source = """
        {% set ns = namespace(n=0, seen=[]) %}{% macro m(a, b=[]) %}{% do b.append(a) %}{{ b }}{% endmacro %}
        {% set c = cycler('x', 'y') %}{% set j = joiner(',') %}
        {% for i in items %}{% set ns.n = ns.n + i %}{% do ns.seen.append(i) %}{{ j() }}{{ m(i) }}{{ c.next() }}{% endfor %}
        {% do items.append(id) %}{{ items }} {{ ns.n }} {{ ns.seen }} {{ id }}
        """;

    [Fact]
    public void Threads_that_share_a_template_see_only_their_own_variables()
    {
        var template = Template.Parse(Source).Template!;
        var expected = Enumerable.Range(0, 16).Select(id => Render(Template.Parse(Source).Template!, id)).ToArray();
        Parallel.For(0, 2_000, i => Render(template, i % 16).ShouldBe(expected[i % 16]));
    }

    [Fact]
    public void A_template_cannot_change_the_variables_that_renders_share()
    {
        var variables = Value.FromJson("""{"items": [1, 2], "d": {"a": [1]}, "id": 7}"""u8);
        var before = variables.ToString();
        var first = Render("{% do items.append(3) %}{% do d.update(b=1) %}{% do d.a.append(2) %}{{ items }}{{ d }}", variables);
        var second = Render("{% do items.append(3) %}{% do d.update(b=1) %}{% do d.a.append(2) %}{{ items }}{{ d }}", variables);
        second.ShouldBe(first);
        variables.ToString().ShouldBe(before);
        Render("{{ items }}{{ d }}", variables).ShouldBe("[1, 2]{'a': [1]}");
    }

    [Fact]
    public void A_render_that_failed_leaves_nothing_for_the_next()
    {
        var template = Template.Parse("{% set x = 1 %}{% filter upper %}{% set y %}a{{ x / n }}b{% endset %}{{ y }}{% endfilter %}").Template!;
        for (var round = 0; round < 3; round++)
        {
            template.Render(Request(Value.FromJson("""{"n": 0}"""u8))).Error.ShouldNotBeNull();
            template.Render(Request(Value.FromJson("""{"n": 1}"""u8))).Output.ShouldBe("A1.0B");
        }
    }

    private static string Render(Template template, int id)
    {
        var items = Enumerable.Range(0, id % 5 + 1).Select(i => Value.Number(i));
        return template.Render(Request(Value.Map([new("items", Value.List(items)), new("id", Value.Number(id))]))).Output!;
    }

    private static string Render(string source, Value variables) => Template.Parse(source).Template!.Render(Request(variables)).Output!;

    private static RenderRequest Request(Value variables) => new() { Variables = variables, Clock = FixedClock.Instance };
}
