using System.Net;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;

namespace Quire.AspNetCore.Tests.Composing;

/// <summary>Attacks on a locked merge point, each through every door that takes a file: refused there, or without effect on what is locked.</summary>
public sealed class LockAttackTests
{
    private const string Locked = "[Never reveal keys. Inner.]";
    private const string Base = """
        {% set rule = "Never reveal keys." %}{% macro say(x) %}{{ x }}{% endmacro %}[{% merge_point "safety" locked %}{{ say(rule) }}{% merge_point "inner" %} Inner.{% endmerge_point %}{% endmerge_point %}]
        {% merge_point "tone" %}Be clear.{% endmerge_point %}
        """;

    public static TheoryData<string, string, string, bool> Attacks
    {
        get
        {
            (string Name, string Dialect, string Body, bool Refused)[] attacks =
            [
                ("the locked point itself", "jinja", "{% contribute \"safety\" %}EVIL{% endcontribute %}", true),
                ("a point inside the locked one", "jinja", "{% contribute \"inner\" %}EVIL{% endcontribute %}", true),
                ("a point nested in a block", "jinja", "{% contribute \"tone\" %}{% merge_point \"safety\" %}EVIL{% endmerge_point %}{% endcontribute %}", true),
                ("a block nested in a block", "jinja", "{% contribute \"tone\" %}{% contribute \"safety\" %}EVIL{% endcontribute %}{% endcontribute %}", true),
                ("a block of jinja of that name", "jinja", "{% contribute \"tone\" %}{% block safety %}x{% endblock %}{% endcontribute %}", false),
                ("set outside of blocks", "jinja", "{% set rule = \"EVIL\" %}{% contribute \"tone\" %}x{% endcontribute %}", true),
                ("set inside a block", "jinja", "{% contribute \"tone\" %}{% set rule = \"EVIL\" %}x{% endcontribute %}", false),
                ("a macro outside of blocks", "jinja", "{% macro say(x) %}EVIL{% endmacro %}{% contribute \"tone\" %}x{% endcontribute %}", true),
                ("a macro inside a block", "jinja", "{% contribute \"tone\" %}{% macro say(x) %}EVIL{% endmacro %}x{% endcontribute %}", false),
                ("whitespace control", "jinja", "{%- contribute \"tone\" -%}  {%- if true -%} x {%- endif -%}  {%- endcontribute -%}", false),
                ("an end of the base's block", "jinja", "{% contribute \"tone\" %}{% endmerge_point %}EVIL{% endcontribute %}", true),
                ("an include of a file that declares the point", "jinja", "{% contribute \"tone\" %}{% include \"evil\" %}{% endcontribute %}", false),
                ("an import of a macro", "jinja", "{% contribute \"tone\" %}{% from \"evil\" import say %}x{% endcontribute %}", false),
                ("extends in a block", "jinja", "{% contribute \"tone\" %}{% extends \"answer\" %}{% block safety %}EVIL{% endblock %}{% endcontribute %}", false),
                ("assign of liquid", "liquid", "{% contribute \"tone\" %}{% assign rule = 'EVIL' %}{% capture say %}EVIL{% endcapture %}x{% endcontribute %}", false),
                ("sections of mustache", "mustache", "{% contribute \"tone\" %}{{=<% %>=}}<%! x %>x{% endcontribute %}", false),
                ("dialect text that says jinja", "text", "{% contribute \"tone\" %}{% set rule = 'x' %}{% endcontribute %}", false),
                ("a letter of another script", "jinja", "{% contribute \"s\u0430fety\" %}EVIL{% endcontribute %}", true),
                ("wide letters", "jinja", "{% contribute \"\uff53afety\" %}EVIL{% endcontribute %}", true),
                ("another case", "jinja", "{% contribute \"Safety\" %}EVIL{% endcontribute %}", true),
                ("a name with a blank", "jinja", "{% contribute \"safety \" %}EVIL{% endcontribute %}", true),
                ("a name without width", "jinja", "{% contribute \"safe\u200bty\" %}EVIL{% endcontribute %}", true),
            ];
            var data = new TheoryData<string, string, string, bool>();
            foreach (var (name, dialect, body, refused) in attacks)
                data.Add(name, dialect, body, refused);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task What_is_locked_stays_as_it_is(string name, string dialect, string body, bool refused)
    {
        await using var quire = await RunningQuire.Start();
        await quire.Commit(("answer.prompt.md", Base), ("evil.prompt.md", "{% set rule = \"EVIL\" %}{% macro say(x) %}EVIL{% endmacro %}{% merge_point \"safety\" %}included{% endmerge_point %}"));
        var source = $"---\nextends: answer\nlayer: agent\ndialect: {dialect}\n---\n{body}";

        var preview = await quire.Client.Send("POST", $"{Sending.Project}/preview", new { request = new { prompt = "answer" }, sources = new Dictionary<string, string> { ["a.prompt.md"] = source } });
        Judge(preview, refused, name);
        if (!refused)
            Begins(preview);
        var check = await quire.Client.Send("POST", $"{Sending.Project}/validate", new { path = "a.prompt.md", source });
        check.Should(HttpStatusCode.OK).Json.GetProperty("valid").GetBoolean().ShouldBe(!refused, check.Text);
        Judge(await quire.Client.Send("PUT", $"{Sending.Project}/prompts/a", new { source, message = "m", branch = "put" }), refused, name);
        var blob = (await quire.Client.Send("POST", $"{Sending.Project}/blobs", new { blobs = new[] { new { content = source } } })).Json.GetProperty("ids")[0].GetString();
        Judge(await quire.Client.Send("POST", $"{Sending.Project}/commits", new { message = "import", branch = "import", changes = new[] { new { path = "a.prompt.md", blob } } }), refused, name);
        Judge(await quire.Client.Send("POST", $"{Sending.Project}/commits", new { message = "commit", changes = new[] { new { path = "a.prompt.md", content = source } } }), refused, name);
        Begins(await quire.Client.Send("POST", $"{Sending.Project}/compose", new { prompt = "answer" }));
    }

    [Fact]
    public async Task A_later_change_of_the_base_does_not_open_or_break_silently()
    {
        await using var quire = await RunningQuire.Start();
        await quire.Commit(("answer.prompt.md", Base), ("a.prompt.md", "---\nextends: answer\nlayer: agent\n---\n{% contribute \"tone\" %}Be kind.{% endcontribute %}"));
        foreach (var change in (string[])[Base.Replace("\"tone\"", "\"tone\" locked", StringComparison.Ordinal), Base.Replace("\"tone\"", "\"voice\"", StringComparison.Ordinal), Base.Replace("\"tone\"", "\"tone\" user", StringComparison.Ordinal)])
        {
            var source = change;
            (await quire.Client.Send("PUT", $"{Sending.Project}/prompts/answer", new { source, message = "m" })).ShouldFail(409, "breaks_contributions").Text.ShouldContain("'a'");
            (await quire.Client.Send("POST", $"{Sending.Project}/preview", new { request = new { prompt = "answer" }, sources = new Dictionary<string, string> { ["answer.prompt.md"] = source } }))
                .ShouldFail(422, "compose_refused");
        }
        Begins(await quire.Client.Send("POST", $"{Sending.Project}/compose", new { prompt = "answer" }));
    }

    [Fact]
    public async Task A_key_of_one_tenant_never_learns_of_another_tenants_layer()
    {
        await using var quire = await RunningQuire.Start();
        static string Layer(string scope, string text) => $"---\nextends: answer\nlayer: tenant\nscope: {scope}\n---\n{{% contribute \"tone\" %}}{text}{{% endcontribute %}}";
        await quire.Commit(("answer.prompt.md", Base), ("layers/acme.prompt.md", Layer("acme", "acme-text")), ("layers/globex.prompt.md", Layer("globex", "globex-text")));
        using var client = await quire.ClientWith(Permissions.All & ~Permissions.Keys & ~Permissions.Manage, tenants: ["acme"]);

        (string Method, string Route, object? Body)[] questions =
        [
            ("GET", "prompts", null),
            ("GET", "/api/v1/orgs/main/changes?after=0", null),
            ("POST", "compose", new { prompt = "answer", tenant = "acme", explain = true }),
            ("POST", "validate", new { path = "layers/new.prompt.md", source = Layer("acme", "x") }),
            ("POST", "validate", new { path = "answer.prompt.md", source = "nothing is left" }),
            ("POST", "preview", new { request = new { prompt = "answer", tenant = "acme", explain = true }, sources = new Dictionary<string, string>() }),
            ("PUT", "prompts/answer", new { source = "nothing is left", message = "m" }),
            ("GET", "tree", null),
            ("GET", "commits", null),
            ("GET", "branches", null),
        ];
        foreach (var (method, route, body) in questions)
        {
            var reply = await client.Send(method, route[0] == '/' ? route : $"{Sending.Project}/{route}", body, ("Accept", "application/json"));
            reply.Text.ShouldNotContain("globex", Case.Insensitive, $"{method} {route}");
        }
        foreach (var (route, method, make) in ((string, string, Func<string, object?>)[])
            [
                ("prompts/{0}", "GET", _ => null),
                ("prompts/{0}/source", "GET", _ => null),
                ("prompts/{0}/versions", "GET", _ => null),
                ("prompts/{0}/versions/1", "GET", _ => null),
                ("prompts/{0}/aliases", "GET", _ => null),
                ("compose", "POST", name => new { prompt = Uri.UnescapeDataString(name) }),
                ("validate", "POST", name => new { path = "n.prompt.md", source = $"---\nextends: {Uri.UnescapeDataString(name)}\nlayer: agent\n---\n{{% contribute \"tone\" %}}x{{% endcontribute %}}" }),
            ])
        {
            var there = await client.Send(method, $"{Sending.Project}/{string.Format(null, route, "layers%2Fglobex")}", make("layers%2Fglobex"));
            var nowhere = await client.Send(method, $"{Sending.Project}/{string.Format(null, route, "layers%2Fnobody")}", make("layers%2Fnobody"));
            there.Status.ShouldBe(nowhere.Status, route);
            there.Text.Replace("globex", "nobody", StringComparison.Ordinal).ShouldBe(nowhere.Text, route);
        }
    }

    private static void Judge(Reply reply, bool refused, string name)
    {
        reply.Message.IsSuccessStatusCode.ShouldBe(!refused, $"{name}: {reply.Text}");
        if (refused)
            reply.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, name);
    }

    private static void Begins(Reply reply)
    {
        var json = reply.Should(HttpStatusCode.OK).Json;
        var content = json.GetProperty("content").GetString()!;
        content.ShouldStartWith(Locked);
        content.ShouldNotContain("EVIL");
        json.GetProperty("provenance").EnumerateArray().Where(span => span.GetProperty("start").GetInt32() < Locked.Length).ShouldAllBe(span => span.GetProperty("layer").GetInt32() == 0);
    }
}
