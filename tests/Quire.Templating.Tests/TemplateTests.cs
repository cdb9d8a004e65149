using System.Buffers;
using System.Globalization;
using System.Text;
using Quire.Templating.Diagnostics;
using Quire.Templating.Limits;

namespace Quire.Templating.Tests;

public sealed class TemplateTests
{
    [Fact]
    public void One_reading_finds_several_errors()
    {
        var parsed = Template.Parse("{{ a b }}\n{% if %}{% endif %}\n{% nonsense %}\n{{ 'x }} {{ c d }}");
        parsed.Succeeded.ShouldBeFalse();
        parsed.Template.ShouldBeNull();
        parsed.Diagnostics.Count.ShouldBeGreaterThanOrEqualTo(3);
        parsed.Diagnostics.Select(d => d.Line).ShouldBeInOrder();
    }

    [Fact]
    public void Several_unknown_filters_and_tests_are_all_reported_with_a_hint()
    {
        var parsed = Template.Parse("{{ a|uper }}{{ b|lowr }}{{ c is odds }}");
        parsed.Diagnostics.Select(d => d.Code).ShouldBe(["QT1003", "QT1003", "QT1004"]);
        parsed.Diagnostics[0].Hint.ShouldBe("did you mean `upper`?");
        parsed.Diagnostics[0].Excerpt.ShouldBe("{{ a|uper }}{{ b|lowr }}{{ c is odds }}\n     ^^^^");
    }

    [Fact]
    public void A_place_is_a_place_in_the_file()
    {
        var options = new TemplateOptions { BaseLine = 10, BaseColumn = 5, Name = "p.prompt.md" };
        var parsed = Template.Parse("{{ a|uper }}\n{{ b|uper }}", options);
        parsed.Diagnostics.Select(d => (d.Line, d.Column, d.File)).ShouldBe([(10, 10, "p.prompt.md"), (11, 6, "p.prompt.md")]);
    }

    [Fact]
    public void An_undefined_name_near_a_known_one_is_hinted_at()
    {
        var result = Rendering.Try("{{ itms.x }}", new RenderRequest { Variables = Rendering.Json("""{"items":1}""") });
        result.Succeeded.ShouldBeFalse();
        result.Error!.Code.ShouldBe("QT2002");
        result.Error.Hint.ShouldBe("did you mean `items`?");
        result.Phase.ShouldBe(RenderPhase.Render);
    }

    [Fact]
    public void Output_goes_into_the_callers_buffer()
    {
        var template = Rendering.Read("Grüße {{ n }}");
        var request = new RenderRequest { Variables = Rendering.Json("""{"n":"Åsa"}""") };
        var chars = new ArrayBufferWriter<char>();
        template.Render(request, chars).Succeeded.ShouldBeTrue();
        new string(chars.WrittenSpan).ShouldBe("Grüße Åsa");
        var bytes = new ArrayBufferWriter<byte>();
        template.Render(request, bytes).Succeeded.ShouldBeTrue();
        Encoding.UTF8.GetString(bytes.WrittenSpan).ShouldBe("Grüße Åsa");
    }

    [Fact]
    public void Nothing_is_written_after_an_error()
    {
        var template = Rendering.Read("text {{ 1/0 }}");
        var chars = new ArrayBufferWriter<char>();
        template.Render(new RenderRequest(), chars).Error!.Code.ShouldBe("QT2005");
        chars.WrittenCount.ShouldBe(0);
        var bytes = new ArrayBufferWriter<byte>();
        template.Render(new RenderRequest(), bytes).Error.ShouldNotBeNull();
        bytes.WrittenCount.ShouldBe(0);
    }

    [Fact]
    public void A_change_of_the_input_is_seen_in_its_render_and_nowhere_else()
    {
        var variables = Rendering.Json("""{"xs":[1],"d":{"a":[2]}}""");
        var template = Rendering.Read("{% set y = xs %}{% do y.append(2) %}{% do d.a.append(3) %}{{ xs }}{{ d }}");
        for (var i = 0; i < 2; i++)
            template.Render(new RenderRequest { Variables = variables }).Output.ShouldBe("[1, 2]{'a': [2, 3]}");
        variables.ToString().ShouldBe("{'xs': [1], 'd': {'a': [2]}}");
    }

    [Theory]
    [InlineData("{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}", "QT3001")]
    [InlineData("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "QT3002")]
    [InlineData("{% for i in range(100000) %}{{ 'x' * 1000 }}{% endfor %}", "QT3003")]
    [InlineData("{{ 'x' * 100000000 }}", "QT3004")]
    [InlineData("{{ ('x' * 1000000) * 1000 }}", "QT3004")]
    [InlineData("{{ [0] * 100000000 }}", "QT3004")]
    [InlineData("{{ 9 ** 999999 }}", "QT3007")]
    [InlineData("{{ 'x'.center(900000000) }}", "QT3004")]
    [InlineData("{% set ns = namespace(x=[]) %}{% for i in range(50000) %}{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x }}", "QT3002")]
    [InlineData("{% set ns = namespace(x=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x|string|length }}", "QT3001")]
    [InlineData("{% set ns = namespace(x=[1], y=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% set ns.y = [ns.y, ns.y] %}{% endfor %}{{ ns.x == ns.y }}", "QT3001")]
    public void What_has_no_end_ends_at_a_budget(string source, string code)
    {
        var result = Rendering.Try(source, new RenderRequest { Limits = new RenderLimits { MaxSteps = 300_000, MaxOutputLength = 1_000_000, MaxTime = Timeout.InfiniteTimeSpan } });
        result.Error.ShouldNotBeNull().Code.ShouldBe(code);
        result.Phase.ShouldBe(RenderPhase.Limit);
    }

    [Fact]
    public void A_template_that_includes_itself_ends()
    {
        Template? self = null;
        self = Rendering.Read("{% include 'me' %}");
        self.Render(new RenderRequest { Resolve = _ => self }).Error!.Code.ShouldBe("QT3002");
    }

    [Fact]
    public void Cancelling_ends_a_render()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Rendering.Try("{% for i in range(100000) %}{{ i }}{% endfor %}", new RenderRequest { CancellationToken = source.Token }).Error!.Code.ShouldBe("QT3006");
    }

    [Fact]
    public void A_render_that_takes_too_long_ends()
    {
        var limits = new RenderLimits { MaxTime = TimeSpan.Zero };
        Rendering.Try("{% for i in range(100000) %}{{ i }}{% endfor %}", new RenderRequest { Limits = limits, Clock = TimeProvider.System }).Error!.Code.ShouldBe("QT3005");
    }

    [Fact]
    public void Short_lived_texts_do_not_add_up_to_the_memory_budget()
    {
        var limits = new RenderLimits { MaxMemoryBytes = 1_000_000 };
        var result = Rendering.Try("{% for i in range(1000) %}{% set x = 'y' * 10000 %}{% endfor %}done", new RenderRequest { Limits = limits });
        result.Error.ShouldBeNull();
        result.Output.ShouldBe("done");
    }

    [Fact]
    public void Deep_and_long_sources_are_refused_or_read_but_never_end_the_process()
    {
        Template.Parse(string.Concat(Enumerable.Repeat("{{ (", 1)) + new string('(', 5000)).Succeeded.ShouldBeFalse();
        Template.Parse(string.Concat(Enumerable.Repeat("{% if a %}", 5000))).Diagnostics[0].Code.ShouldBe("QT1009");
        Template.Parse("{{ " + string.Join(" + ", Enumerable.Repeat("1", 20000)) + " }}").Template!.Render(new RenderRequest()).Output.ShouldBe("20000");
        Template.Parse("{{ a" + string.Concat(Enumerable.Repeat(".b", 5000)) + " }}").Succeeded.ShouldBeFalse();
        Template.Parse(new string('x', 100), new TemplateOptions { MaxSourceLength = 99 }).Diagnostics[0].Code.ShouldBe("QT1010");
    }

    [Fact]
    public void References_are_the_literal_names_of_other_templates()
    {
        var template = Rendering.Read("{% extends 'a' %}{% include ['b', 'c'] %}{% import 'd' as d %}{% from 'a' import x %}");
        template.References.ShouldBe(["a", "b", "c", "d"]);
        template.HasDynamicReferences.ShouldBeFalse();
        Rendering.Read("{% include name %}").HasDynamicReferences.ShouldBeTrue();
    }

    [Fact]
    public void Chat_templates_have_their_own_functions()
    {
        var options = new TemplateOptions { ChatTemplate = true };
        Rendering.Print("{% generation %}{{ {'b': '<é>', 'a': 1}|tojson }}{% endgeneration %}", options: options).ShouldBe("{\"b\": \"<é>\", \"a\": 1}");
        Rendering.Try("{{ raise_exception('no') }}", options: options).Error!.Code.ShouldBe("QT2010");
        var clock = new FixedClock(new DateTimeOffset(2025, 7, 9, 13, 4, 5, TimeSpan.Zero));
        Rendering.Try("{{ strftime_now('%Y-%m-%d %H:%M:%S %B %b %A %a %j %p %I %y %e %-d %% %U %W %V %G %u %w %Z %z %c %D %F %T %R %r %n%t%s %f %L %C %k %l %P %h %x %X %q') }}", new RenderRequest { Clock = clock }, options).Output!
            .ShouldStartWith("2025-07-09 13:04:05 July Jul Wednesday Wed 190 PM 01 25  9 9 % 27 27 28 2025 3 3 UTC +0000 Wed Jul  9 13:04:05 2025");
    }

    [Fact]
    public void Results_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { ".", " " })
            {
                var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
                culture.NumberFormat.NumberDecimalSeparator = ",";
                culture.NumberFormat.NumberGroupSeparator = name;
                culture.NumberFormat.NegativeSign = "~";
                CultureInfo.CurrentCulture = culture;
                Rendering.Print("{{ 1.5 }} {{ 1234.5|round(1) }} {{ 'I i'|lower }} {{ 'i'|upper }} {{ '%.2f'|format(2.5) }} {{ '{:,}'.format(12345) }} {{ -3 }}").ShouldBe("1.5 1234.5 i i I 2.50 12,345 -3");
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Many_threads_may_render_one_template()
    {
        var template = Rendering.Read("{% for x in xs %}{{ loop.index }}:{{ x|upper }} {% endfor %}");
        var request = new RenderRequest { Variables = Rendering.Json("""{"xs":["a","b","c"]}""") };
        var outputs = new string?[64];
        Parallel.For(0, outputs.Length, i => outputs[i] = template.Render(request).Output);
        outputs.Distinct().ShouldBe(["1:A 2:B 3:C "]);
    }

    [Fact]
    public void A_diagnostic_prints_as_compilers_do()
    {
        var diagnostic = Template.Parse("{{ a|uper }}", new TemplateOptions { Name = "t" }).Diagnostics[0];
        diagnostic.ToString().ShouldBe("t:1:6: error QT1003: No filter named 'uper'. (did you mean `upper`?)");
        diagnostic.Severity.ShouldBe(Severity.Error);
    }

    [Theory]
    [InlineData("{{ {}[secret].x }}")]
    [InlineData("{{ [].index(secret) }}")]
    [InlineData("{{ {}.pop(secret) }}")]
    [InlineData("{{ {secret + ' ': 1}|xmlattr }}")]
    [InlineData("{{ secret|filesizeformat }}")]
    [InlineData("{{ secret + 1 }}")]
    [InlineData("{{ '%d' % secret }}")]
    public void A_message_does_not_tell_the_value_of_a_variable(string source)
    {
        var result = Rendering.Try(source, new RenderRequest { Variables = Rendering.Json("""{"secret":"s3cr3t"}""") });
        result.Error.ShouldNotBeNull().ToString().ShouldNotContain("s3cr3t");
    }

    [Fact]
    public void Random_and_lipsum_follow_the_seed()
    {
        var template = Rendering.Read("{{ [1,2,3,4,5,6,7,8,9]|random }} {{ lipsum(2, false) }}{{ lipsum(1) }}");
        var first = template.Render(new RenderRequest { Seed = 7 }).Output;
        template.Render(new RenderRequest { Seed = 7 }).Output.ShouldBe(first);
        template.Render(new RenderRequest { Seed = 8 }).Output.ShouldNotBe(first);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
