using Quire.Templating.Parameters;

namespace Quire.Templating.Tests.Parameters;

public sealed class ParameterTests
{
    [Fact]
    public void What_a_template_reads_is_listed_with_place_type_and_need()
    {
        var found = Rendering.Read("{{ user.name }}{% for x in xs %}{{ x }}{{ loop.index }}{% endfor %}{{ n + 1 }}{% set l = 1 %}{{ l }}{{ title|upper }}{{ note|default('x') }}{% if flag %}{% endif %}\n{{ user['age'] }}{{ range(3) }}").Parameters;
        found.Select(p => (p.Name, p.InferredType, p.Required, p.Defaulted)).ShouldBe(
        [
            ("user", ParameterType.Object, true, false),
            ("xs", ParameterType.Array, true, false),
            ("n", ParameterType.Number, true, false),
            ("title", ParameterType.String, true, false),
            ("note", ParameterType.Any, false, true),
            ("flag", ParameterType.Boolean, false, true),
        ]);
        found[0].Members.ShouldBe(["name", "age"]);
        found[0].Uses.ShouldBe([new ParameterUse(1, 4), new ParameterUse(2, 4)]);
    }

    [Fact]
    public void A_name_that_falls_back_to_a_default_of_the_template_is_no_need()
    {
        var found = Rendering.Read("{% if not x %}{% set x = 1 %}{% endif %}{{ x }}{% set y = y|default(2) %}{{ y }}{% block b %}{{ y }}{{ z is defined }}{% endblock %}").Parameters;
        found.Select(p => (p.Name, p.Required)).ShouldBe([("x", false), ("y", false), ("z", false)]);
    }

    [Fact]
    public void Every_dialect_lists_its_parameters()
    {
        Rendering.Read("{{ a.b }}{% for i in xs %}{{ i }}{% endfor %}{% assign c = 1 %}{{ c }}", new TemplateOptions { Dialect = Dialect.Liquid }).Parameters.Select(p => p.Name).ShouldBe(["a", "xs"]);
        Rendering.Read("{{ a.b }}{{# s }}{{ x }}{{/ s }}{{^ t }}{{/ t }}", new TemplateOptions { Dialect = Dialect.Mustache }).Parameters.Select(p => (p.Name, p.Required)).ShouldBe([("a", true), ("s", false), ("x", false), ("t", false)]);
        Rendering.Read("{{ a }} {{b.c}}\n{{ a }}", new TemplateOptions { Dialect = Dialect.Variables }).Parameters.Select(p => (p.Name, p.Uses.Count)).ShouldBe([("a", 2), ("b", 1)]);
    }
}
