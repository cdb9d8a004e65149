using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Quire.Acceptance.Tests.Support;
using Quire.Testing;

namespace Quire.Acceptance.Tests.Langfuse;

public sealed class PromptfooTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Promptfoo_reads_prompts_by_label_and_by_version_through_its_langfuse_provider()
    {
        await using var server = await Server.Start(_folder.Path, "--data", "data", "--urls", "http://127.0.0.1:0");
        await Make(server, new { name = "greeting", prompt = "Hello {{name}}, welcome to {{place}}.", labels = new[] { "production" } });
        await Make(server, new { name = "greeting", prompt = "Bye {{name}}." });
        await Make(server, new { name = "chat", type = "chat", prompt = new[] { new { role = "system", content = "Be {{mood}}" } }, labels = new[] { "staging" } });
        await File.WriteAllTextAsync(_folder.Combine("promptfooconfig.json"), """
            {"prompts": ["langfuse://greeting@production:text", "langfuse://greeting:2:text", "langfuse://chat@staging:chat"],
             "providers": ["echo"], "tests": [{"vars": {"name": "Ada", "place": "Paris", "mood": "kind"}}]}
            """, TestContext.Current.CancellationToken);
        Evaluate(server).ShouldBe(["Hello Ada, welcome to Paris.", "Bye Ada.", "[{\"role\":\"system\",\"content\":\"Be kind\"}]"], ignoreOrder: true);
    }

    private IEnumerable<string?> Evaluate(Server server)
    {
        var environment = NodeClient.Langfuse(server);
        environment["PROMPTFOO_CONFIG_DIR"] = _folder.Combine("home");
        environment["PROMPTFOO_DISABLE_TELEMETRY"] = environment["PROMPTFOO_DISABLE_UPDATE"] = "1";
        var result = NodeClient.Run("promptfoo", environment, "node_modules/promptfoo/dist/src/entrypoint.js", "eval", "--no-cache", "--no-table", "--no-progress-bar",
            "-c", _folder.Combine("promptfooconfig.json"), "-o", _folder.Combine("out.json"));
        result.ExitCode.ShouldBe(0, result.Output + result.Errors);
        using var report = JsonDocument.Parse(File.ReadAllText(_folder.Combine("out.json")));
        return [.. report.RootElement.GetProperty("results").GetProperty("results").EnumerateArray().Select(one => one.GetProperty("response").GetProperty("output").ToString())];
    }

    private static async Task Make(Server server, object prompt)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"pk-any:{server.Key}")));
        using var answer = await client.PostAsJsonAsync($"{server.Address}/api/public/v2/prompts", prompt, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
