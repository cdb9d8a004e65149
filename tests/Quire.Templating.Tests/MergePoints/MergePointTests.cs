using Quire.Templating.MergePoints;
using Quire.Templating.Provenance;

namespace Quire.Templating.Tests.MergePoints;

public sealed class MergePointTests
{
    private const string Source = "A {% merge_point \"p\" behavior=\"BEHAVIOR\" %}d{{ x }}EXTRA{% endmerge_point \"p\" %} Z";

    [Theory]
    [InlineData("append", "", "A d1[1][2] Z", "A d1 Z")]
    [InlineData("prepend", "", "A [1][2]d1 Z", "A d1 Z")]
    [InlineData("replace", "", "A [1][2] Z", "A d1 Z")]
    [InlineData("inject", "({{ contributions }})", "A d1([1][2]) Z", "A d1() Z")]
    public void Fills_stand_where_the_behavior_says(string behavior, string extra, string filled, string empty)
    {
        foreach (var dialect in new[] { Dialect.Jinja, Dialect.Liquid })
        {
            var template = Rendering.Read(Source.Replace("BEHAVIOR", behavior).Replace("EXTRA", extra), new TemplateOptions { Dialect = dialect });
            var fill = MergeFill.Contribution(Rendering.Read("[{{ x }}]"), 2);
            var request = new RenderRequest { Variables = Rendering.Json("""{"x":1}"""), Fills = [[fill, MergeFill.Data("[2]", 3)]] };
            template.Render(request).Output.ShouldBe(filled);
            template.Render(request with { Fills = null }).Output.ShouldBe(empty);
            template.Render(request with { Fills = [null] }).Output.ShouldBe(empty);
        }
    }

    [Fact]
    public void What_is_declared_can_be_listed()
    {
        foreach (var dialect in new[] { Dialect.Jinja, Dialect.Liquid })
        {
            var points = Rendering.Read("a\n {% merge_point \"one\" locked %}x{% endmerge_point %}{% merge_point 'two' behavior=\"replace\" required user=true %}  {% endmerge_point %}", new TemplateOptions { Dialect = dialect }).MergePoints;
            points.Select(p => (p.Index, p.Name, p.Behavior, p.Required, p.Locked, p.User, p.HasDefault)).ShouldBe(
            [
                (0, "one", MergeBehavior.Append, false, true, false, true),
                (1, "two", MergeBehavior.Replace, true, false, true, false),
            ]);
            points[0].Line.ShouldBe(2);
        }
    }

    [Theory]
    [InlineData("{% merge_point \"a\" %}{% endmerge_point %}{% merge_point \"a\" %}{% endmerge_point %}", "QT4001")]
    [InlineData("{% merge_point \"a\" lockd %}{% endmerge_point %}", "QT4002")]
    [InlineData("{% merge_point \"a\" behavior=\"apend\" %}{% endmerge_point %}", "QT4002")]
    [InlineData("{% merge_point a %}{% endmerge_point %}", "QT4003")]
    [InlineData("{% merge_point \"a\" %}{% endmerge_point \"b\" %}", "QT4003")]
    public void A_wrong_declaration_is_an_error(string source, string code)
    {
        foreach (var dialect in new[] { Dialect.Jinja, Dialect.Liquid })
            Template.Parse(source, new TemplateOptions { Dialect = dialect }).Diagnostics[0].Code.ShouldBe(code);
    }

    [Fact]
    public void Nothing_a_layer_binds_is_seen_by_another()
    {
        var template = Rendering.Read("{% set s = 'base' %}{% macro m() %}base{% endmacro %}{% for i in [1] %}{% merge_point \"p\" %}{% endmerge_point %}{{ s }}{{ m() }}{{ t }}{{ i }}{% endfor %}");
        var fills = new[]
        {
            MergeFill.Contribution(Rendering.Read("{% set s = 'fill' %}{% set t = 1 %}{% macro m() %}fill{% endmacro %}({{ i }})"), 1),
            MergeFill.Contribution(Rendering.Read("<{{ s }}{{ t }}{{ m }}>"), 2),
        };
        template.Render(new RenderRequest { Fills = [fills] }).Output.ShouldBe("()<>basebase1");
    }

    [Fact]
    public void Data_is_never_read_as_a_template()
    {
        var template = Rendering.Read("{%- merge_point \"p\" user -%} x {%- endmerge_point -%}");
        template.Render(new RenderRequest { Fills = [[MergeFill.Data(" {{ 1/0 }}{% raw %} ", 5)]] }).Output.ShouldBe(" {{ 1/0 }}{% raw %} ");
    }

    [Fact]
    public void Points_of_an_included_template_are_not_filled()
    {
        var included = Rendering.Read("{% merge_point \"p\" %}own{% endmerge_point %}");
        var template = Rendering.Read("{% merge_point \"p\" %}d{% endmerge_point %}{% include 'i' %}");
        template.Render(new RenderRequest { Resolve = _ => included, Fills = [[MergeFill.Data("!", 1)]] }).Output.ShouldBe("d!own");
    }

    [Fact]
    public void Spans_cover_the_output_exactly_once()
    {
        var template = Rendering.Read("Hi {{ user.name|upper }}{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(a) }}{% filter upper %}f{{ a }}{% endfilter %}{% merge_point \"p\" %}d{% endmerge_point %}{% macro k() %}{{ caller() }}{% endmacro %}{% call k() %}called{% endcall %}{{ '' }}end");
        var recorder = new ProvenanceRecorder();
        var request = new RenderRequest
        {
            Variables = Rendering.Json("""{"user":{"name":"bo"},"a":"z"}"""),
            Provenance = recorder,
            SourceId = 1,
            Fills = [[MergeFill.Contribution(Rendering.Read("c{{ a }}"), 2), MergeFill.Data("data", 3)]],
        };
        var output = template.Render(request).Output!;
        var at = 0;
        foreach (var span in recorder.Spans)
        {
            span.Start.ShouldBe(at);
            span.Length.ShouldBeGreaterThan(0);
            at += span.Length;
        }
        at.ShouldBe(output.Length);
        recorder.Spans.Select(s => (output.Substring(s.Start, s.Length), s.SourceId, s.MergePoint, s.Variable)).ShouldContain(("BO", 1, null, "user"));
        recorder.Spans.Select(s => (output.Substring(s.Start, s.Length), s.SourceId, s.MergePoint, s.Variable)).ShouldContain(("data", 3, "p", null));
        recorder.Spans.Select(s => (output.Substring(s.Start, s.Length), s.SourceId, s.MergePoint, s.Variable)).ShouldContain(("z", 2, "p", "a"));
    }
}
