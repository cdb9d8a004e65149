using Quire.Core.Access;
using Quire.Core.Audit;
using Quire.Testing;
using Quire.Versioning.Objects;

namespace Quire.Storage.Tests.Crashing;

public sealed class KilledCollectionTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HashSet<ObjectId> _acknowledged = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static int Cycles => Environment.GetEnvironmentVariable("QUIRE_LONG") == "1" ? 50 : 5;

    private string Data => _folder.Combine("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_collection_that_is_killed_anywhere_leaves_a_whole_store_behind()
    {
        var random = Seeds.NewRandom();
        for (var cycle = 1; cycle <= Cycles; cycle++)
        {
            await WorkAndKill(random.Next(1, 40));
            await Verify();
        }
    }

    private async Task WorkAndKill(int acknowledgements)
    {
        using var child = CollectChild.Start(Data);
        for (var i = 0; i < acknowledgements; i++)
            _acknowledged.Add(ObjectId.Parse((await child.StandardOutput.ReadLineAsync(Token))!));
        child.Kill();
        await child.WaitForExitAsync(Token);
    }

    private async Task Verify()
    {
        await using var store = StoreFactory.Open(Data, TimeProvider.System);
        var organisation = await store.Read(session => session.Organisations.Find("main")!, Token);
        (await new StoreVerifier(store).Verify(Principal.Owner(organisation.Id, "main"), Token)).Problems.ShouldBeEmpty();
        var project = await store.Read(session => session.Projects.Find(organisation.Id, "prompts")!, Token);
        (await store.Read(session => session.Objects.Existing(project.Id, _acknowledged), Token)).Count.ShouldBe(_acknowledged.Count);
    }
}
