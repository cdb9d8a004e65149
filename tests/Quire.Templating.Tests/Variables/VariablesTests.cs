namespace Quire.Templating.Tests.Variables;

public sealed class VariablesTests
{
    private static readonly TemplateOptions Options = new() { Dialect = Dialect.Variables };

    [Fact]
    public void Only_names_are_replaced() =>
        Rendering.Print("Hi {{ name }}, {{name}}! {{ unknown }} {% if x %} {{# s }} {{ a b }} {{{name}}} {{", """{"name":"Bo"}""", Options)
            .ShouldBe("Hi Bo, Bo! {{ unknown }} {% if x %} {{# s }} {{ a b }} {Bo} {{");

    [Fact]
    public void Values_print_as_their_clients_print_them() =>
        Rendering.Print("{{ n }} {{ t }} {{ l }} {{ z }}|{{ o.k }} {{ o.x }}", """{"n":1.5,"t":true,"l":[1,"a"],"z":null,"o":{"k":"v"}}""", Options).ShouldBe("1.5 true [1, \"a\"] |v {{ o.x }}");

    [Fact]
    public void Text_is_its_own_rendering() =>
        Rendering.Print("{{ x }} {% y %}", options: new TemplateOptions { Dialect = Dialect.Text }).ShouldBe("{{ x }} {% y %}");
}
