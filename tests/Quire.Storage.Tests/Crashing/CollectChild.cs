using System.Diagnostics;
using System.Globalization;
using System.Text;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Collecting;
using Quire.Core.Contents;
using Quire.Core.History;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Versioning.Objects;

namespace Quire.Storage.Tests.Crashing;

/// <summary>This test program once more, as a process that commits, leaves garbage and collects it until it is killed, and prints each head once it is acknowledged.</summary>
public static class CollectChild
{
    private const string Variable = "QUIRE_COLLECT_CHILD";

    /// <summary>The data folder to work on; null in other processes.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable(Variable);

    /// <summary>Starts such a process on a data folder.</summary>
    public static Process Start(string folder)
    {
        var program = Path.ChangeExtension(typeof(CollectChild).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        start.Environment[Variable] = folder;
        return Process.Start(start)!;
    }

    /// <summary>Works until it is killed.</summary>
    public static async Task<int> Run(string folder)
    {
        await using var store = StoreFactory.Open(folder, TimeProvider.System);
        var objects = new ObjectCache();
        var signal = new ChangeSignal();
        var projects = new ProjectService(store, signal, TimeProvider.System);
        var organisation = await projects.EnsureFirst();
        var owner = Principal.Owner(organisation.Id, organisation.Name);
        var door = new WriteDoor(store, objects, new ContentReader(), signal, TimeProvider.System);
        var commits = new CommitService(store, door, objects, TimeProvider.System);
        var collector = new Collector(store, objects, TimeProvider.System);
        var project = await projects.Get(owner, "prompts");
        _ = Task.Run(async () =>
        {
            while (true)
                await collector.Collect(owner, new CollectRequest { Keep = TimeSpan.Zero });
        });
        for (var number = Environment.ProcessId * 1000; ; number++)
        {
            await door.Stage(project, [new StagedObject(GitObject.Blob(Text(number, "garbage")), null)]);
            var applied = await commits.Commit(owner, new CommitRequest { Project = "prompts", Message = "Save", Changes = [new FileChange($"a/{number % 5}.txt") { Content = Text(number, "text") }] });
            await Console.Out.WriteLineAsync(applied.Head);
        }
    }

    private static byte[] Text(int number, string what) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"{what} that stays the same in every version\n", 20)) + number.ToString(CultureInfo.InvariantCulture));
}
