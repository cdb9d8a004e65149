using Quire.Core.Access;
using Quire.Core.Errors;

namespace Quire.Core.Tests.Access;

public sealed class KeyTests
{
    [Fact]
    public async Task A_new_key_opens_what_it_was_given()
    {
        await using var shop = await Workshop.Open();
        var created = await shop.Keys.Create(shop.Owner, new NewKey { Name = "ci", Permissions = Permissions.Read, Projects = ["prompts"] });

        var principal = await shop.Keys.Authenticate(created.Secret);

        principal!.Permissions.ShouldBe(Permissions.Read);
        principal.Reaches("prompts").ShouldBeTrue();
        principal.Reaches("other").ShouldBeFalse();
    }

    [Fact]
    public async Task A_revoked_key_stops_at_once()
    {
        await using var shop = await Workshop.Open();
        var created = await shop.Keys.Create(shop.Owner, new NewKey { Name = "ci", Permissions = Permissions.Read });
        (await shop.Keys.Authenticate(created.Secret)).ShouldNotBeNull();

        await shop.Keys.Revoke(shop.Owner, created.Key.Id);

        (await shop.Keys.Authenticate(created.Secret)).ShouldBeNull();
    }

    [Fact]
    public async Task A_key_can_only_make_keys_that_do_less()
    {
        await using var shop = await Workshop.Open();
        var created = await shop.Keys.Create(shop.Owner, new NewKey { Name = "maker", Permissions = Permissions.Keys | Permissions.Read, Projects = ["prompts"] });
        var maker = await shop.Keys.Authenticate(created.Secret);

        (await Workshop.Refusal(() => shop.Keys.Create(maker!, new NewKey { Name = "more", Permissions = Permissions.Write }))).Kind.ShouldBe(ErrorKind.Forbidden);
        (await Workshop.Refusal(() => shop.Keys.Create(maker!, new NewKey { Name = "wider", Permissions = Permissions.Read }))).Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Theory]
    [InlineData("")]
    [InlineData("qk_")]
    [InlineData("qk_0123456789abcdef_00")]
    [InlineData("Bearer something")]
    public async Task Text_that_is_no_key_opens_nothing(string text)
    {
        await using var shop = await Workshop.Open();

        (await shop.Keys.Authenticate(text)).ShouldBeNull();
    }

    [Fact]
    public async Task Resetting_the_owner_key_revokes_the_old_one()
    {
        await using var shop = await Workshop.Open();
        var organisation = await shop.Projects.EnsureFirst();
        var first = await shop.Keys.EnsureOwner(organisation);
        (await shop.Keys.EnsureOwner(organisation)).ShouldBeNull();

        var second = await shop.Keys.ResetOwner(organisation);

        (await shop.Keys.Authenticate(first!.Secret)).ShouldBeNull();
        (await shop.Keys.Authenticate(second.Secret))!.Permissions.ShouldBe(Permissions.All);
    }

    [Fact]
    public void A_mistyped_key_is_told_from_an_unknown_one_by_its_check()
    {
        var (id, text) = KeySecret.Create();

        KeySecret.IdOf(text).ShouldBe(id);
        KeySecret.IdOf(text[..^1] + (text[^1] == '0' ? '1' : '0')).ShouldBeNull();
    }
}
