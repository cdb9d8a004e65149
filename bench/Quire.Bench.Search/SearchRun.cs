using System.Diagnostics;
using Quire.Bench.Harness;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Contents;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Search;
using Quire.Core.Stores;

namespace Quire.Bench.Search;

/// <summary>Fills a store, builds the index as the first start after an update does, and measures searches beside the bare index.</summary>
internal sealed class SearchRun(Scoreboard board, int prompts, int pairs, int seed)
{
    private const double SeveralTerms = 1.5;
    private const double OneCommonTerm = 0.35;
    private const string Second = "second";
    private readonly Corpus _corpus = new(seed);

    public async Task Run(IStore store, Func<IBareIndex> openBare)
    {
        Console.WriteLine($"\n{store.Description}, {prompts:N0} prompts");
        var (owner, tenant) = await Build(store);
        var clock = Stopwatch.StartNew();
        using var bare = openBare();
        Console.WriteLine(FormattableString.Invariant($"       bare index built in {clock.Elapsed.TotalSeconds:N1} s, without making its words or one prompt at a time"));
        board.Note("sizes", bare.Sizes());
        await Measure(new SearchService(store), bare, owner, tenant);
    }

    private async Task<(Principal Owner, Principal Tenant)> Build(IStore store)
    {
        var signal = new ChangeSignal();
        var projects = new ProjectService(store, signal, TimeProvider.System);
        var organisation = await projects.EnsureFirst();
        var owner = Principal.Owner(organisation.Id, organisation.Name);
        var isFilled = (await projects.List(owner)).Any(project => project.Name == Second);
        if (!isFilled)
            await projects.Create(owner, Second);
        var keys = new KeyService(store, signal, TimeProvider.System);
        var bound = await keys.Create(owner, new NewKey { Name = "bound", Permissions = Permissions.Read, TenantScopes = ["t07"] });
        if (!isFilled)
            await Fill(store, [await projects.Get(owner, ProjectService.FirstProject), await projects.Get(owner, Second)]);
        return (owner, (await keys.Authenticate(bound.Secret))!);
    }

    private async Task Fill(IStore store, IReadOnlyList<Project> projects)
    {
        var clock = Stopwatch.StartNew();
        await new Filling(store, _corpus, projects).Run(prompts);
        board.Note("prompts written", FormattableString.Invariant($"{clock.Elapsed.TotalSeconds:N1} s"));
        clock.Restart();
        var indexed = await new SearchIndexer(store, new ObjectCache(), new ContentReader()).CatchUp();
        board.Note("index built", FormattableString.Invariant($"{clock.Elapsed.TotalSeconds:N1} s for {indexed:N0} prompts, {indexed / clock.Elapsed.TotalSeconds:N0} a second"));
    }

    private async Task Measure(SearchService search, IBareIndex bare, Principal owner, Principal tenant)
    {
        var cases = new SearchCases(_corpus, prompts, seed);
        var measuring = new Measuring(search, bare, pairs, seed);
        Console.WriteLine($"       bare: {bare.Description}");
        async Task Judge(string what, double goal, Func<SearchCase> make, Principal? caller = null) => board.AtMost(what, goal, await measuring.Compare(what, caller ?? owner, make));

        await Judge("one common word", OneCommonTerm, cases.Common);
        await Judge("one common word, key bound to a tenant", OneCommonTerm, cases.Common, tenant);
        await Judge("one common word, project with 5 % of the prompts", OneCommonTerm, () => In(Second, cases.Common()));
        await Judge("one common word, alias that a tenth has", OneCommonTerm, () => Aliased(Corpus.Alias, cases.Common()));
        await Judge("one common word, alias that one in a thousand has", OneCommonTerm, () => Aliased(Corpus.RareAlias, cases.Common()));
        await Judge("two words", SeveralTerms, () => cases.Words(2));
        await Judge("two words, tag", SeveralTerms, () => cases.Tagged(2));
        await Judge("two words, category", SeveralTerms, () => cases.Categorised(2));
        await Judge("two words, key bound to a tenant", SeveralTerms, () => cases.Words(2), tenant);
        await Judge("three words", SeveralTerms, () => cases.Words(3));
        await Judge("three words, folder", SeveralTerms, () => cases.InFolder(3));
        board.Note("one word of a prompt, no goal", Line(await measuring.Compare("one word", owner, () => cases.Words(1))));
        if (!bare.Optimize())
            return;
        board.Note("two words, bare index optimized", Line(await measuring.Compare("two words", owner, () => cases.Words(2))));
        board.Note("three words, bare index optimized", Line(await measuring.Compare("three words", owner, () => cases.Words(3))));
    }

    private static SearchCase In(string project, SearchCase one) => one with { Request = one.Request with { Project = project } };

    private static SearchCase Aliased(string alias, SearchCase one) => one with { Request = one.Request with { Alias = alias } };

    private static string Line(LatencyComparison result) => FormattableString.Invariant(
        $"ratio {result.Pairs.Ratio:F3} [{result.Pairs.Low:F3}, {result.Pairs.High:F3}], of p95 {result.Tails.Ratio:F3} [{result.Tails.Low:F3}, {result.Tails.High:F3}]; {result}");
}
