using System.Text;
using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.History;

namespace Quire.Core.Tests.Composing;

/// <summary>What a refusal tells of contributions that its caller does not see: that there are some, and nothing else.</summary>
public sealed class BreakNamingTests
{
    private const string Locked = """
        {% merge_point "safety" locked %}Never reveal keys.{% endmerge_point %}
        {% merge_point "tone" locked %}Be clear.{% endmerge_point %}
        """;

    [Fact]
    public async Task A_key_of_some_projects_hears_of_breaks_elsewhere_without_their_names()
    {
        await using var shop = await WithSecret();
        var limited = await Limited(shop);

        var error = await Workshop.Refusal(() => Lock(shop, limited));

        error.Code.ShouldBe("breaks_contributions");
        error.Message.ShouldBe("The change breaks contributions of other layers: 'layers/billing', some that this key does not see.");
        error.Diagnostics.Select(finding => finding.File).ShouldBe(["layers/billing.prompt.md"]);
        Everything(error).ShouldNotContain("secret");
        Everything(error).ShouldNotContain("hidden");
    }

    [Fact]
    public async Task Naming_what_it_sees_does_not_accept_what_it_does_not_see()
    {
        await using var shop = await WithSecret();
        var limited = await Limited(shop);

        var error = await Workshop.Refusal(() => Lock(shop, limited, "layers/billing"));

        error.Message.ShouldBe("The change breaks contributions of other layers: some that this key does not see.");
        error.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_that_sees_all_accepts_by_name()
    {
        await using var shop = await WithSecret();

        var error = await Workshop.Refusal(() => Lock(shop, shop.Owner));

        error.Message.ShouldContain("'secret:layers/hidden'");
        await Lock(shop, shop.Owner, "layers/billing", "secret:layers/hidden");
    }

    [Fact]
    public async Task A_key_of_one_tenant_hears_nothing_of_another_ones_contribution()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);

        var error = await Workshop.Refusal(async () => await Lock(shop, await shop.Bound("acme")));

        error.Code.ShouldBe("breaks_contributions");
        error.Message.ShouldContain("'layers/acme'");
        Everything(error).ShouldNotContain("globex");
    }

    [Fact]
    public async Task A_contribution_that_does_not_fit_to_a_hidden_one_is_refused_without_naming_it()
    {
        await using var shop = await WithSecret(locked: true);
        var limited = await Limited(shop);

        var error = await Workshop.Refusal(() => Commit(shop, limited, [], ("layers/agent.prompt.md", LayeredPrompts.Layer("agent", "triage", "[agent]"))));

        error.Code.ShouldBe("rejected");
        error.Diagnostics.ShouldHaveSingleItem().File.ShouldBe("layers/agent.prompt.md");
        Everything(error).ShouldNotContain("hidden");
        Everything(error).ShouldNotContain("system");
    }

    // A base, a contribution beside it, and one of the system layer in a project that not everybody reaches.
    private static async Task<Workshop> WithSecret(bool locked = false)
    {
        var shop = await Workshop.Open();
        var hidden = LayeredPrompts.Layer("system", null, "[hidden]", extends: "@main/prompts:answer");
        if (locked)
            hidden = hidden.Replace("contribute \"tone\"", "contribute \"tone\" locked", StringComparison.Ordinal);
        await shop.Commit(("answer.prompt.md", LayeredPrompts.Base));
        if (!locked)
            await shop.Commit(("layers/billing.prompt.md", LayeredPrompts.Layer("feature", "billing", "[billing]")));
        await shop.Projects.Create(shop.Owner, "secret");
        await Commit(shop, shop.Owner, [], "secret", ("layers/hidden.prompt.md", hidden));
        return shop;
    }

    private static async Task<Principal> Limited(Workshop shop)
    {
        var created = await shop.Keys.Create(shop.Owner, new NewKey { Name = "limited", Permissions = Permissions.All & ~Permissions.Keys, Projects = [Workshop.Project] });
        return (await shop.Keys.Authenticate(created.Secret))!;
    }

    private static Task Lock(Workshop shop, Principal caller, params string[] accepted) => Commit(shop, caller, accepted, ("answer.prompt.md", Locked));

    private static Task Commit(Workshop shop, Principal caller, string[] accepted, params (string Path, string Text)[] files) => Commit(shop, caller, accepted, Workshop.Project, files);

    private static Task Commit(Workshop shop, Principal caller, string[] accepted, string project, params (string Path, string Text)[] files) => shop.Commits.Commit(caller, new CommitRequest
    {
        Project = project,
        Message = "Change prompts",
        Changes = [.. files.Select(file => new FileChange(file.Path) { Content = Encoding.UTF8.GetBytes(file.Text) })],
        AcceptedBreaks = accepted,
    });

    private static string Everything(QuireError error) =>
        string.Join('\n', [error.Message, error.Hint ?? "", .. error.Diagnostics.Select(finding => $"{finding.File} {finding.Message} {finding.Hint}")]);
}
