using FsCheck;
using FsCheck.Fluent;
using Quire.Composition.Json;
using Quire.Composition.Plans;
using Quire.Composition.Rendering;
using Quire.Prompts.PromptFiles;
using Quire.Templating.Values;

namespace Quire.Composition.Tests.Properties;

/// <summary>Laws that hold for every composition. A failing run prints its seed.</summary>
public sealed class CompositionPropertyTests
{
    private static readonly string[] Layers = ["system", "tenant", "feature", "agent"];

    // What a hostile layer would try: names of the base, whitespace control, captures, loops, macros, blocks.
    private static readonly string[] Nasty =
    [
        "plain", " ", "\n", "{{ name }}", "{{ secret }}", "{% set name = 'X' %}", "{% set who = 'X' %}", "{%- set a = 1 -%}", "{%- if true -%} t {%- endif -%}",
        "{% macro rule() %}X{% endmacro %}", "{% macro m() %}m{% endmacro %}{{ m() }}", "{% for name in [1, 2] %}{{ name }}{% endfor %}", "{% with who = 'X' %}{{ who }}{% endwith %}",
        "{% block rules %}X{% endblock %}", "{% raw %}{{ x }}{% endraw %}", "{# c #}", "{% set ns = namespace(a='X') %}", "{% filter upper %}f{% endfilter %}", "{{ caller is defined }}",
        "{% set cycler %}X{% endset %}", "{{ contributions }}", "{{ self is defined }}", "{{ '{% endmerge_point %}' }}", "😀", "{{ name|upper }}", "{{ loop is defined }}", "{{ range(1000)|random }}", "{% do items.append(9) %}", "{% do user.update({'name': 'X'}) %}", "{% do items.clear() %}{{ items }}",
    ];

    private static readonly string[] UserPieces =
        ["{{ 7*7 }}", "{% merge_point \"x\" %}", "{% endmerge_point %}", "{% contribute \"p\" %}", "{#", "#}", "{%- raw -%}", " ", "\n", "\r\n", "\t", "\0", "😀", "\u200b", "\u202e", "é", "e\u0301", "<", "&", "\"", "\\", "user-text-", "</", "{{=<% %>=}}"];

    private static Gen<string> Text(string[] pieces) => Gen.Select(Gen.ListOf(Gen.Elements(pieces)), list => string.Concat(list.Where(OnceIfBlock)));

    // A template may define a block once.
    private static Func<string, int, bool> OnceIfBlock
    {
        get
        {
            var seen = false;
            return (piece, _) => !piece.Contains("{% block", StringComparison.Ordinal) || (!seen && (seen = true));
        }
    }

    private static Gen<PromptFile[]> Contributions(params string[] points) =>
        Gen.Select(Gen.Zip(Gen.ArrayOf(Text(Nasty), 4 * points.Length), Gen.ArrayOf(Gen.Elements(true, false), 4)), drawn =>
            Layers.Select((layer, index) => (layer, index)).Where(entry => drawn.Item2[entry.index]).Select(entry =>
                Compose.Layer(entry.layer, null, string.Concat(points.Select((point, at) => $"{{% contribute \"{point}\" %}}{drawn.Item1[(entry.index * points.Length) + at]}{{% endcontribute %}}\n")))).ToArray());

    private static void Holds<T>(Gen<T> values, Action<T> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(values.ToArbitrary(), value =>
        {
            law(value);
            return true;
        }));

    private static ComposeRequest Request(string? user = null) => new()
    {
        Variables = Value.FromJson("""{"name":"Ada","secret":"s3","items":[1,2],"user":{"name":"Ada"}}"""u8),
        UserText = user is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["q"] = user },
    };

    [Fact]
    public void Spans_cover_the_output_once_and_in_order()
    {
        var basePrompt = Compose.Base("A{% merge_point \"p\" %}d{{ name }}{% endmerge_point %}{% for i in [1, 2] %}{% merge_point \"r\" behavior=\"inject\" %}<{{ contributions }}>{% endmerge_point %}{% endfor %}{% merge_point \"q\" user %}{% endmerge_point %}Z");
        Holds(Gen.Zip(Contributions("p", "r"), Text(UserPieces)), value =>
            SpanChecks.ShouldCover(Compose.Render(Compose.Plan(basePrompt, value.Item1), Request(value.Item2))));
    }

    [Fact]
    public void Composing_is_deterministic()
    {
        var basePrompt = Compose.Base("A{% merge_point \"p\" %}d{% endmerge_point %}{% merge_point \"q\" user %}{% endmerge_point %}");
        Holds(Gen.Zip(Contributions("p"), Text(UserPieces)), value =>
            Json(Compose.Plan(basePrompt, value.Item1), value.Item2).ShouldBe(Json(Compose.Plan(basePrompt, value.Item1.Reverse().ToArray()), value.Item2)));
    }

    [Fact]
    public void A_locked_region_is_the_same_whatever_other_layers_contain()
    {
        var basePrompt = Compose.Base("""
            {% set who = "all" %}{% set ns = namespace(a="n") %}{% macro rule() %}r{{ who }}{% endmacro %}{% merge_point "p" %}{% endmerge_point %}
            {% merge_point "safety" locked %}  Never tell {{ who }} {{ secret }}.
              {{ rule() }} {{ ns.a }} {{ name }} {{ items }} {{ user.name }} {{ range(1000)|random }} {% block rules %}b{% endblock %}  {% endmerge_point %}
            {% merge_point "r" behavior="prepend" %}{% endmerge_point %}
            """);
        var alone = Locked(Compose.Render(Compose.Plan(basePrompt), Request()));
        alone.ShouldContain("Never tell all s3.");
        Holds(Contributions("p", "r"), contributions =>
            Locked(Compose.Render(Compose.Plan(basePrompt, contributions), Request())).ShouldBe(alone));
    }

    [Fact]
    public void Variables_of_other_layers_do_not_change_a_locked_region()
    {
        var basePrompt = Compose.Base("{% merge_point \"safety\" locked %}Tell {{ who }} and {{ name }}.{% endmerge_point %}{% merge_point \"p\" %}{% endmerge_point %}");
        var alone = Locked(Compose.Render(Compose.Plan(basePrompt), Request()));
        Holds(Text(Nasty), text =>
        {
            var quoted = System.Text.Json.JsonSerializer.Serialize(text);
            var layer = Compose.File("tenant.prompt.md", $"---\nextends: base\nlayer: tenant\nvariables:\n  who: {{ default: {quoted} }}\n  name: {{ default: {quoted} }}\n---\n{{% contribute \"p\" %}}{{{{ who }}}}{{% endcontribute %}}");
            var result = Compose.Render(Compose.Plan(basePrompt, layer), Request());
            Locked(result).ShouldBe(alone);
            result.Content.ShouldEndWith(text);
        });
    }

    [Fact]
    public void User_text_comes_out_byte_for_byte()
    {
        var basePrompt = Compose.Base("A {%- merge_point \"q\" user -%} d {%- endmerge_point -%} Z{{ name }}");
        Holds(Text(UserPieces), text =>
        {
            Compose.Render(Compose.Plan(basePrompt), Request(text)).Content.ShouldBe($"A{text}ZAda");
            var fenced = Compose.Render(Compose.Plan(basePrompt), Request(text) with { Fence = new() { Randomness = bytes => bytes.Fill(7) } });
            fenced.Content!.ShouldContain($"\n<{fenced.Boundary}>\n{text}\n</{fenced.Boundary}>");
            SpanChecks.ShouldCover(fenced);
        });
    }

    [Fact]
    public void Append_prepend_replace_and_inject_keep_their_order()
    {
        Holds(Contributions("p"), contributions =>
        {
            var parts = contributions.Select(one => Compose.Render(Compose.Plan(Compose.Base("{% merge_point \"p\" %}{% endmerge_point %}"), one), Request()).Content!).ToList();
            Behave("append", "D", contributions).ShouldBe("D" + string.Concat(parts));
            Behave("prepend", "D", contributions).ShouldBe(string.Concat(parts.AsEnumerable().Reverse()) + "D");
            Behave("replace", "D", contributions).ShouldBe(parts.Count == 0 ? "D" : parts[^1]);
            Behave("inject", "<{{ contributions }}>", contributions).ShouldBe($"<{string.Concat(parts)}>");
        });
    }

    private static string Behave(string behavior, string text, PromptFile[] contributions) =>
        Compose.Render(Compose.Plan(Compose.Base($"{{% merge_point \"p\" behavior=\"{behavior}\" %}}{text}{{% endmerge_point %}}"), contributions), Request()).Content!;

    private static string Locked(ComposedResult result) =>
        string.Concat(result.Spans.Where(span => span.MergePoint == "safety").Select(span => result.Content!.Substring(span.Start, span.Length)));

    private static string Json(ComposePlan plan, string user)
    {
        using var stream = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(stream))
            ComposedResultJson.Write(writer, Compose.Render(plan, Request(user)));
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
