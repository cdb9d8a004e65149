using Quire.Bench.Harness;
using Quire.Core.Caching;
using Quire.Core.Contents;
using Quire.Core.Objects;
using Quire.Core.Stores;
using Quire.Prompts.Names;

namespace Quire.Bench.Composing;

/// <summary>Where the time of a cold composition through the store goes: what single questions to the store take.</summary>
internal static class ColdParts
{
    private const int Operations = 500;

    public static async Task Print(Scoreboard board, Shop shop)
    {
        var organisation = shop.Owner.OrganisationId;
        var project = (await shop.Store.Read(session => session.Projects.Find(organisation, Shop.Project)))!.Id;
        var keys = new[] { $"{Shop.Project}:{FourLayers.Path}" };
        var entries = await shop.Store.Read(session => session.Versions.LatestContributions(organisation, keys));
        var parsed = shop.Cold(new CacheOptions { MemoryBytes = 0 });
        var call = shop.Call(FourLayers.Path);
        Line(board, "a composition of which only the files are at hand", () => parsed.Compose(shop.Owner, call).AsTask().GetAwaiter().GetResult());
        Line(board, shop, "a snapshot", _ => 0);
        Line(board, shop, "and a project by name", session => session.Projects.Find(organisation, Shop.Project)!.Id);
        Line(board, shop, "and a prompt by path", session => session.Prompts.Find(project, PromptPath.Parse(FourLayers.Path).Value)!.Id);
        Line(board, shop, "and the latest contributions", session => session.Versions.LatestContributions(organisation, keys).Count);
        Line(board, shop, $"and {entries.Count} files, read and parsed", session =>
        {
            var (objects, contents) = (new ObjectCache(), new ContentReader());
            return entries.Count(entry => contents.Parse(project, entry.Version.FilePath, entry.Version.Blob, objects.Source(session, project)).File is not null);
        });
        Line(board, shop, $"and {entries.Count} objects, read", session => entries.Count(entry => session.Objects.TryRead(project, entry.Version.Blob, out _)));
    }

    private static void Line(Scoreboard board, Shop shop, string what, Func<ISession, long> question) =>
        Line(board, what, () => shop.Store.Read(question).GetAwaiter().GetResult());

    private static void Line(Scoreboard board, string what, Action action)
    {
        var sampler = new ActionSampler(what, action);
        sampler.Sample(Operations);
        board.Note($"  through the store, {what}", Units.Time(Enumerable.Range(0, 9).Select(_ => sampler.Sample(Operations)).Order().ElementAt(4)));
    }
}
