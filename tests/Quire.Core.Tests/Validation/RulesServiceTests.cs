using Quire.Core.Access;
using Quire.Core.Validation;

namespace Quire.Core.Tests.Validation;

public sealed class RulesServiceTests
{
    private static readonly RulesDocument Short = new() { Default = new LimitsDocument { MaxLength = 5 } };

    [Fact]
    public async Task Rules_are_a_numbered_change_and_hold_for_what_is_written_then()
    {
        await using var shop = await Workshop.Open();
        var rules = new RulesService(shop.Store, shop.Signal, TimeProvider.System);
        await shop.Commit(("old.prompt.md", "Hello there"));
        var before = await shop.Sequence();
        (await rules.Set(shop.Owner, Short)).ShouldBe(before + 1);
        (await rules.Set(shop.Owner, Short)).ShouldBe(before + 1);
        (await rules.Get(shop.Owner)).ShouldBeEquivalentTo(Short);

        var refusal = await Workshop.Refusal(() => shop.Commit(("new.prompt.md", "Hello there")));
        refusal.Code.ShouldBe("rejected");
        refusal.Diagnostics.Single().Code.ShouldBe("QP5001");
        (await shop.Commit(("readme.md", "Hello there"))).Warnings.Single().Code.ShouldBe("QP5001");
        (await shop.Text("old")).ShouldBe("Hello there");
        (await shop.Verifier.Verify(shop.Owner)).IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task Severities_are_changed_or_findings_left_out()
    {
        await using var shop = await Workshop.Open();
        var rules = new RulesService(shop.Store, shop.Signal, TimeProvider.System);
        var text = ("a.prompt.md", "Write to ada@lovelace.dev.");
        await rules.Set(shop.Owner, new RulesDocument { Severities = new Dictionary<string, string> { ["QP5201"] = "error" } });
        (await Workshop.Refusal(() => shop.Commit(text))).Diagnostics.Single().Code.ShouldBe("QP5201");
        await rules.Set(shop.Owner, new RulesDocument { Severities = new Dictionary<string, string> { ["QP5201"] = "off" } });
        (await shop.Commit(text)).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_those_who_manage_set_rules()
    {
        await using var shop = await Workshop.Open();
        var rules = new RulesService(shop.Store, shop.Signal, TimeProvider.System);
        var created = await shop.Keys.Create(shop.Owner, new NewKey { Name = "k", Permissions = Permissions.All & ~Permissions.Manage });
        var writer = (await shop.Keys.Authenticate(created.Secret))!;
        (await Workshop.Refusal(() => rules.Set(writer, Short))).Code.ShouldBe("forbidden");
    }

    [Theory]
    [InlineData("""{"default":{"maxLength":0}}""", "default.maxLength")]
    [InlineData("""{"default":{"maxTokens":-1}}""", "default.maxTokens")]
    [InlineData("""{"default":{"forbiddenPhrases":[" "]}}""", "default.forbiddenPhrases")]
    [InlineData("""{"default":{"severity":"fatal"}}""", "default.severity")]
    [InlineData("""{"layers":{"user":{}}}""", "layers.user")]
    [InlineData("""{"layers":{"tenant":{"allowedModels":[""]}}}""", "layers.tenant.allowedModels")]
    [InlineData("""{"severities":{"QC1003":"off"}}""", "severities.QC1003")]
    [InlineData("""{"severities":{"QP5101":"never"}}""", "severities.QP5101")]
    public void Impossible_rules_are_refused_by_their_place(string json, string place)
    {
        var error = Should.Throw<Quire.Core.Errors.QuireException>(() => PolicyReader.Of(PolicyReader.Read(json))).Error;
        error.Code.ShouldBe("invalid_rules");
        error.Message.ShouldContain($"'{place}'");
    }
}
