using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Contents;
using Quire.Core.Objects;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Testing.Time;

namespace Quire.Core.Tests.Changes;

/// <summary>A second process over the store of a workshop: caches of its own, told by a follower only.</summary>
public sealed class ChangeFollowerTests
{
    private readonly ChangeSignal _signal = new();
    private readonly List<AppliedChange> _heard = [];

    [Fact]
    public async Task The_first_time_everything_may_have_moved()
    {
        await using var shop = await Shop();
        var follower = Follow(shop.Store);
        var last = await follower.CatchUp(shop.Owner.OrganisationId);
        _heard.ShouldHaveSingleItem().IsGap.ShouldBeTrue();
        _heard[0].Sequence.ShouldBe(last);
        _heard.Clear();
        (await follower.CatchUp(shop.Owner.OrganisationId)).ShouldBe(last);
        _heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_alias_that_moved_elsewhere_costs_one_prompt_and_a_commit_everything()
    {
        await using var shop = await Shop();
        var follower = Follow(shop.Store);
        var last = await follower.CatchUp(shop.Owner.OrganisationId);
        _heard.Clear();
        await Point(shop, "a", 1);
        await Point(shop, "a", 2);
        await shop.Commit(("a.prompt.md", "three"));
        await Point(shop, "layer", 1);

        (await follower.CatchUp(shop.Owner.OrganisationId)).ShouldBe(last + 4);

        _heard.Select(change => change.Sequence).ShouldBe([last + 1, last + 2, last + 3, last + 4]);
        _heard.ShouldAllBe(change => !change.IsGap && change.ProjectId != null);
        _heard[0].Paths.ShouldBe(["a"]);
        _heard[1].Paths.ShouldBe(["a"]);
        _heard[2].Paths.ShouldBeNull("a commit may move anything");
        _heard[3].Paths.ShouldBeNull("a contribution concerns others");
    }

    [Fact]
    public async Task A_key_that_was_revoked_elsewhere_stops_working_here()
    {
        await using var shop = await Shop();
        var follower = Follow(shop.Store);
        var keys = new KeyService(shop.Store, _signal, TimeProvider.System);
        var key = await shop.Keys.Create(shop.Owner, new NewKey { Name = "other", Permissions = Permissions.Read });
        await follower.CatchUp(shop.Owner.OrganisationId);
        (await keys.Authenticate(key.Secret)).ShouldNotBeNull();
        await shop.Keys.Revoke(shop.Owner, key.Key.Id);

        await follower.CatchUp(shop.Owner.OrganisationId);

        (await keys.Authenticate(key.Secret)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_told_is_followed_and_what_cannot_be_heard_is_not_relied_on()
    {
        await using var shop = await Shop();
        var clock = new ManualClock();
        var news = new ToldStore(shop.Store);
        var follower = new ChangeFollower(news, _signal, clock);
        var reader = new PromptReader(shop.Store, new ObjectCache(), new ContentReader(), _signal);
        await Point(shop, "a", 1);
        (await Version(shop, reader)).ShouldBe(1);
        using var end = new CancellationTokenSource();
        var running = follower.Run(end.Token);
        var next = _signal.Next;
        await Point(shop, "a", 2);
        (await Version(shop, reader)).ShouldBe(1, "nobody told this process, or nothing is tested");

        news.Tell(shop.Owner.OrganisationId, await shop.Feed.LastSequence(shop.Owner));
        await next;
        await follower.First;
        (await Version(shop, reader)).ShouldBe(2);

        await Point(shop, "a", 1);
        (await Version(shop, reader)).ShouldBe(2);
        var forgotten = new TaskCompletionSource();
        _signal.Subscribe(change => _ = change.OrganisationId is AppliedChange.Anybody && forgotten.TrySetResult());
        while (!forgotten.Task.IsCompleted)
        {
            clock.Advance(ChangeFollower.Interval);
            await Task.Yield();
        }
        (await Version(shop, reader)).ShouldBe(1);
        await end.CancelAsync();
        await running;
    }

    private ChangeFollower Follow(IStore store)
    {
        _signal.Subscribe(_heard.Add);
        return new ChangeFollower(store, _signal, TimeProvider.System);
    }

    private static async Task<long> Version(Workshop shop, PromptReader reader) =>
        (await reader.Resolve(shop.Owner, Addressing.Parse(shop.Owner, "a@production"))).Version!.Number;

    private static async Task<Workshop> Shop()
    {
        var shop = await Workshop.Open();
        await shop.Commit(
            ("a.prompt.md", "one"),
            ("base.prompt.md", "{% merge_point \"tone\" %}{% endmerge_point %}"),
            ("layer.prompt.md", "---\nextends: base\nlayer: tenant\nscope: acme\n---\n{% contribute \"tone\" %}Kind.{% endcontribute %}\n"));
        await shop.Commit(("a.prompt.md", "two"));
        return shop;
    }

    private static Task Point(Workshop shop, string path, long number) =>
        shop.Writer.Annotate(shop.Owner, Workshop.Project, [new AliasMove(path, "production", new AliasTarget(number))]);
}
