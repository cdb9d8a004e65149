using Quire.Core.Errors;
using Quire.Core.Similarity;

namespace Quire.Core.Tests.Similarity;

public sealed class SimilarityIndexTests
{
    private static readonly Dictionary<long, string> None = [];

    [Fact]
    public async Task An_index_that_is_far_behind_is_filled_again()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "A"));
        var index = new SimilarityIndex(shop.Store, shop.Owner.OrganisationId, longestWay: 0);
        await index.CatchUp(default);
        await shop.Commit(("a.prompt.md", null), ("b.prompt.md", "B"), ("c.prompt.md", "C"));

        await index.CatchUp(default);

        index.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_organisation_with_too_many_prompts_is_refused_and_takes_no_memory()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "A"), ("b.prompt.md", "B"));
        var index = new SimilarityIndex(shop.Store, shop.Owner.OrganisationId, most: 2);
        await index.CatchUp(default);
        index.Count.ShouldBe(2);

        await shop.Commit(("c.prompt.md", "C"));
        (await Refused(index)).ShouldBe("too_large");
        (await Refused(index)).ShouldBe("too_large");
        index.Count.ShouldBe(0);

        await shop.Commit(("c.prompt.md", null));
        await index.CatchUp(default);
        index.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Filling_goes_on_where_the_caller_has_gone()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "A"), ("b.prompt.md", "B"));
        using var caller = new CancellationTokenSource();
        var index = new SimilarityIndex(new LeftStore(shop.Store, caller), shop.Owner.OrganisationId);

        await index.CatchUp(caller.Token);

        caller.IsCancellationRequested.ShouldBeTrue();
        index.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_is_seen_outside_of_the_projects_that_are_asked_for()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "A"));
        var index = new SimilarityIndex(shop.Store, shop.Owner.OrganisationId);
        await index.CatchUp(default);

        index.Seen(shop.Owner, None).ShouldBeEmpty();
    }

    private static async Task<string> Refused(SimilarityIndex index) => (await Should.ThrowAsync<QuireException>(() => index.CatchUp(default))).Error.Code;
}
