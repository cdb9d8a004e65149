using System.Text.Json;
using Quire.Acceptance.Tests.Support;
using Quire.Testing;
using Quire.Testing.Processes;

namespace Quire.Acceptance.Tests.Crashing;

public sealed class KilledImportTests : IDisposable
{
    private const int Parts = 8;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_server_that_is_killed_while_it_imports_has_every_acknowledged_commit_and_no_half_one()
    {
        var parts = Split();
        var random = Seeds.NewRandom();
        await using var server = await Server.Start(_folder.Path, "--data", "data", "--urls", "http://127.0.0.1:0");
        var acknowledged = new List<string>();
        foreach (var part in parts.Keys)
        {
            var import = Task.Run(() => QuireProcess.Run(_folder.Path, server.With("import", part, "--json")), TestContext.Current.CancellationToken);
            // From long before the first request to long after the last one.
            await Task.WhenAny(import, Task.Delay(random.Next(100, 700), TestContext.Current.CancellationToken));
            server.Process.Kill();
            var run = await import;
            if (run.ExitCode == 0)
                acknowledged.Add(JsonDocument.Parse(run.Output).RootElement.GetProperty("commit").GetString()!);
            await server.Restart(_folder.Path);
            await Check(server, parts, acknowledged);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{acknowledged.Count} of {Parts} imports were acknowledged");
    }

    [Fact]
    public async Task A_command_that_is_killed_while_it_imports_leaves_a_store_that_is_sound()
    {
        var parts = Split();
        var random = Seeds.NewRandom();
        foreach (var part in parts.Keys)
        {
            using var import = QuireProcess.Start(_folder.Path, "import", part, "--data", "data");
            await Task.Delay(random.Next(100, 900), TestContext.Current.CancellationToken);
            import.Kill();
        }
        QuireProcess.Run(_folder.Path, "verify", "store", "--data", "data").OrThrow("verify").Output.ShouldStartWith("clean");
        foreach (var part in parts.Keys)
            QuireProcess.Run(_folder.Path, "import", part, "--data", "data").OrThrow("import");
        JsonDocument.Parse(QuireProcess.Run(_folder.Path, "list", "--data", "data", "--json").OrThrow("list").Output).RootElement.GetArrayLength().ShouldBe(292);
    }

    private static async Task Check(Server server, Dictionary<string, IReadOnlyList<string>> parts, List<string> acknowledged)
    {
        var commits = (await server.Send(HttpMethod.Get, "commits?limit=1000")).Body.GetProperty("items").EnumerateArray().ToList();
        var ids = commits.Select(commit => commit.GetProperty("id").GetString()).ToList();
        acknowledged.ShouldBeSubsetOf(ids!);
        var expected = commits.SelectMany(commit => parts[commit.GetProperty("message").GetString()!.Trim()["Import ".Length..]]).Order(StringComparer.Ordinal).ToList();
        var stored = (await server.Send(HttpMethod.Get, "prompts?limit=1000")).Body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("path").GetString()!).ToList();
        stored.Order(StringComparer.Ordinal).ShouldBe(expected);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{server.Address}/api/v1/orgs/main/verify");
        using var answer = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        report.GetProperty("ok").GetBoolean().ShouldBeTrue(report.ToString());
    }

    // The collection in several folders, so that there is more than one import to kill.
    private Dictionary<string, IReadOnlyList<string>> Split()
    {
        var files = Fabric.Clone(_folder, "fabric");
        var parts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var group in files.Select((file, index) => (file, part: $"part{index % Parts}")).GroupBy(pair => pair.part, pair => pair.file))
        {
            parts[group.Key] = [.. group];
            foreach (var file in group)
                _folder.Write($"{group.Key}/{file}", File.ReadAllBytes(_folder.Combine("fabric", file)));
        }
        return parts;
    }
}
