using System.Text.Json;
using Quire.Acceptance.Tests.Support;
using Quire.Testing;
using Quire.Testing.Processes;

namespace Quire.Acceptance.Tests.Importing;

public sealed class FabricImportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_public_collection_comes_in_as_it_is_and_only_once()
    {
        var files = Fabric.Clone(_folder, "fabric");
        await using var server = await Server.Start(_folder.Path, "--data", "data", "--urls", "http://127.0.0.1:0");
        var first = Json(server.With("import", "fabric", "--json"));
        first.GetProperty("issued").GetArrayLength().ShouldBe(292);
        var listed = Json(server.With("list", "--json")).EnumerateArray().ToList();
        listed.Select(item => item.GetProperty("path").GetString()!).Order(StringComparer.Ordinal).ShouldBe(files.Order(StringComparer.Ordinal));
        listed.ShouldAllBe(item => item.GetProperty("dialect").GetString() == "text");

        var empty = 0;
        foreach (var file in files)
        {
            var expected = await File.ReadAllBytesAsync(_folder.Combine("fabric", file), TestContext.Current.CancellationToken);
            var stored = await server.Http.GetByteArrayAsync(new Uri($"{server.Address}/api/v1/orgs/main/projects/prompts/prompts/{Uri.EscapeDataString(file)}/source"), TestContext.Current.CancellationToken);
            stored.ShouldBe(expected, file);
            empty += stored.Length == 0 ? 1 : 0;
        }
        empty.ShouldBe(40);

        Json(server.With("import", "fabric", "--json")).GetProperty("changed").GetBoolean().ShouldBeFalse();
        Json(server.With("log", "--json")).GetArrayLength().ShouldBe(1);
        Json(server.With("list", "--json")).EnumerateArray().ShouldAllBe(item => item.GetProperty("version").GetInt32() == 1);
        QuireProcess.Run(_folder.Path, server.With("verify", "store")).OrThrow("verify").Output.ShouldStartWith("clean");
    }

    [Fact]
    public void Without_a_server_the_same_commands_do_the_same()
    {
        var files = Fabric.Clone(_folder, "fabric");
        QuireProcess.Run(_folder.Path, "import", "fabric", "--data", "data").OrThrow("import").Output.ShouldContain("292 new versions");
        QuireProcess.Run(_folder.Path, "import", "fabric", "--data", "data").OrThrow("import").Output.ShouldContain("nothing changed");
        Json("list", "--data", "data", "--json").GetArrayLength().ShouldBe(292);
        var smallest = files.MinBy(file => new FileInfo(_folder.Combine("fabric", file)).Length)!;
        var largest = files.MaxBy(file => new FileInfo(_folder.Combine("fabric", file)).Length)!;
        foreach (var file in (string[])[smallest, largest, files[7]])
            QuireProcess.Run(_folder.Path, "show", file, "--data", "data").OrThrow("show").Output.ShouldBe(File.ReadAllText(_folder.Combine("fabric", file)), file);
    }

    private JsonElement Json(params string[] arguments) =>
        JsonDocument.Parse(QuireProcess.Run(_folder.Path, arguments).OrThrow(string.Join(' ', arguments)).Output).RootElement;
}
