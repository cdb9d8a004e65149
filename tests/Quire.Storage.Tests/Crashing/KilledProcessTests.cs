using System.Globalization;
using Quire.Storage.Sqlite;
using Quire.Testing;

namespace Quire.Storage.Tests.Crashing;

public sealed class KilledProcessTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HashSet<long> _acknowledged = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static int Cycles => Environment.GetEnvironmentVariable("QUIRE_LONG") == "1" ? 200 : 20;

    private string Data => _folder.Combine("data");

    [Fact]
    public async Task Whatever_was_acknowledged_before_a_kill_is_there_after_it_and_nothing_is_half_there()
    {
        var random = Seeds.NewRandom();
        for (var cycle = 1; cycle <= Cycles; cycle++)
        {
            await WriteAndKill(acknowledgements: random.Next(1, 200));
            await Verify(deep: cycle % 10 == 0);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{Cycles} kills, {_acknowledged.Count} acknowledged writes, none lost");
    }

    [Fact]
    public async Task A_killed_process_lets_its_folder_go()
    {
        using var child = CrashChild.Start(Data);
        await child.StandardOutput.ReadLineAsync(Token);
        DataFolder.TryReadHolder(Data)!.ProcessId.ShouldBe(child.Id);
        Should.Throw<Core.Errors.QuireException>(() => StoreFactory.Open(Data, TimeProvider.System)).Error.Facts["pid"].ShouldBe($"{child.Id}");

        child.Kill();
        await child.WaitForExitAsync(Token);

        DataFolder.TryReadHolder(Data).ShouldBeNull();
        await StoreFactory.Open(Data, TimeProvider.System).DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    private async Task WriteAndKill(int acknowledgements)
    {
        using var child = CrashChild.Start(Data);
        for (var i = 0; i < acknowledgements; i++)
            Acknowledge(await child.StandardOutput.ReadLineAsync(Token));
        child.Kill();
        // What it printed before it died counts as well.
        foreach (var line in (await child.StandardOutput.ReadToEndAsync(Token)).Split('\n')[..^1])
            Acknowledge(line);
        await child.WaitForExitAsync(Token);
    }

    private void Acknowledge(string? line) => _acknowledged.Add(long.Parse(line.ShouldNotBeNull(), CultureInfo.InvariantCulture)).ShouldBeTrue();

    private async Task Verify(bool deep)
    {
        await using var store = SqliteStore.Open(DataFolder.Open(Data), TimeProvider.System);
        var scene = await CrashChild.OpenScene(store);
        var numbers = await scene.Read(session => CrashWork.Verify(session, scene.OrganisationId, scene.ProjectId));
        _acknowledged.Except(numbers).ShouldBeEmpty();
        if (deep)
            (await store.CheckIntegrity(Token)).ShouldBeEmpty();
    }
}
