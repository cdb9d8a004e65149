// What the first render of a process costs: parse, render, print, end.
using Quire.Templating;
using Quire.Templating.Values;

const string Source = """
    You are {{ name|default('an assistant') }}, {{ role|lower }}.
    {% for rule in rules if rule %}
    {{ loop.index }}. {{ rule|trim }}{{ '.' if not rule.endswith('.') }}
    {% else %}
    No rules.
    {% endfor %}
    """;
var template = Template.Parse(Source, new TemplateOptions { TrimBlocks = true, LstripBlocks = true }).Template!;
var variables = Value.Map(
[
    new("name", Value.String("Ada")),
    new("role", Value.String("ANALYST")),
    new("rules", Value.List(Value.String(" Be brief"), Value.String("Cite sources."))),
]);
Console.WriteLine(template.Render(new RenderRequest { Variables = variables, Clock = TimeProvider.System }).Output);
