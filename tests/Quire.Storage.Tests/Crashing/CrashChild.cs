using System.Diagnostics;
using System.Globalization;
using Quire.Core.Stores;
using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Crashing;

/// <summary>This test program once more, as a process that writes until it is killed and prints each number once it is acknowledged.</summary>
public static class CrashChild
{
    private const string Variable = "QUIRE_CRASH_CHILD";
    private const int Writers = 4;

    /// <summary>The data folder to write to; null in a process that runs tests.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable(Variable);

    /// <summary>Starts such a process on a data folder.</summary>
    public static Process Start(string folder)
    {
        var program = Path.ChangeExtension(typeof(CrashChild).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        start.Environment[Variable] = folder;
        return Process.Start(start)!;
    }

    /// <summary>Writes until it is killed.</summary>
    public static async Task<int> Run(string folder)
    {
        await using var store = StoreFactory.Open(folder, TimeProvider.System);
        var scene = await OpenScene(store);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => Forever(scene))));
        return 0;
    }

    /// <summary>The organisation that all runs on one folder write to.</summary>
    public static async Task<Scene> OpenScene(IStore store) =>
        await store.Read(session => session.Organisations.Find("main") is { } found ? new Scene(store, found, session.Projects.Find(found.Id, "prompts")!) : null)
        ?? await Scene.Make(store, "main");

    private static async Task Forever(Scene scene)
    {
        while (true)
        {
            var number = await scene.Store.Write(session => CrashWork.Once(session, scene.OrganisationId, scene.ProjectId));
            await Console.Out.WriteLineAsync(number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
