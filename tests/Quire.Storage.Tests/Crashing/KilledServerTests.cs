using Quire.Core.Errors;
using Quire.Storage.Postgres;
using Quire.Storage.Tests.Support;
using Quire.Testing.Services;

namespace Quire.Storage.Tests.Crashing;

public sealed class KilledServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static int Cycles => Environment.GetEnvironmentVariable("QUIRE_LONG") == "1" ? 20 : 3;

    [Fact]
    public async Task Whatever_was_acknowledged_before_the_server_died_is_there_after_it_and_the_store_goes_on()
    {
        if (PostgresCluster.MissingReason is { } reason)
            RequiredServices.Missing(reason);
        using var cluster = PostgresCluster.StartNew(new PostgresOptions { Fsync = true });
        using var database = cluster.CreateDatabase();
        await using var store = PostgresStore.Open(database.ConnectionString, TimeProvider.System);
        var scene = await Scene.Make(store, "main");
        var acknowledged = new HashSet<long>();

        for (var cycle = 1; cycle <= Cycles; cycle++)
        {
            acknowledged.UnionWith(await WriteAndKill(scene, cluster, 40));
            cluster.Start();
            var numbers = await scene.Read(session => CrashWork.Verify(session, scene.OrganisationId, scene.ProjectId));
            acknowledged.Except(numbers).ShouldBeEmpty();
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{Cycles} kills, {acknowledged.Count} acknowledged writes, none lost");
    }

    private static async Task<HashSet<long>> WriteAndKill(Scene scene, PostgresCluster cluster, int acknowledgements)
    {
        var acknowledged = new HashSet<long>();
        using var enough = new SemaphoreSlim(0);
        var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                var number = await scene.Write(session => CrashWork.Once(session, scene.OrganisationId, scene.ProjectId));
                lock (acknowledged)
                {
                    acknowledged.Add(number).ShouldBeTrue();
                    if (acknowledged.Count == acknowledgements)
                        enough.Release();
                }
            }
        }, Token)).ToList();
        (await enough.WaitAsync(TimeSpan.FromSeconds(60), Token)).ShouldBeTrue();
        cluster.Kill();
        foreach (var writer in writers)
            (await Should.ThrowAsync<QuireException>(() => writer)).Error.Code.ShouldBeOneOf(StoreCodes.Unreachable, StoreCodes.OutcomeUnknown);
        return acknowledged;
    }
}
