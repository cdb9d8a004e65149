using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Quire.Bench.Composing.Outages;

/// <summary>The server under test, a process of its own over a data folder that goes with it.</summary>
internal sealed class OutageServer : IDisposable
{
    private const string Project = "api/v1/orgs/main/projects/prompts";
    private readonly string _folder = Directory.CreateTempSubdirectory("quire-outage-").FullName;
    private readonly Process _process;
    private readonly HttpClient _http;

    private OutageServer(int redis, int prompts, long memory)
    {
        // Beside this assembly, not the running program: that may be a test.
        var executable = Path.Combine(AppContext.BaseDirectory, "Quire.Bench.Composing" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var arguments = string.Create(CultureInfo.InvariantCulture, $"{redis} {prompts} {memory}").Split(' ');
        _process = Process.Start(new ProcessStartInfo(executable, ["--serve-outage", _folder, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start.");
        var parts = line.Split(' ');
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{parts[0]}"), Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", parts[1]);
    }

    /// <summary>Starts it; it has written all prompts when this returns.</summary>
    public static OutageServer Start(int redis, int prompts, long memory) => new(redis, prompts, memory);

    /// <summary>Composes; the version of the base and the text, or the status and what was said instead.</summary>
    public async Task<(int Status, int Version, string Text)> Compose(int prompt, string name, string? userText)
    {
        var body = new Dictionary<string, object> { ["prompt"] = OutagePrompts.Address(prompt), ["variables"] = new Dictionary<string, string> { ["name"] = name } };
        if (userText is not null)
            body["user"] = userText;
        using var answer = await _http.PostAsJsonAsync($"{Project}/compose", body);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode)
            return ((int)answer.StatusCode, 0, System.Text.Encoding.UTF8.GetString(bytes));
        using var json = JsonDocument.Parse(bytes);
        return ((int)answer.StatusCode, json.RootElement.GetProperty("layers")[0].GetProperty("version").GetInt32(), json.RootElement.GetProperty("content").GetString()!);
    }

    /// <summary>Moves the alias of a prompt.</summary>
    public async Task Move(int prompt, int version)
    {
        using var answer = await _http.PutAsJsonAsync($"{Project}/prompts/p{prompt}/aliases/production", new { version });
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>The report of its caches.</summary>
    public Task<JsonElement> Caches() => _http.GetFromJsonAsync<JsonElement>("api/v1/cache");

    public void Dispose()
    {
        _http.Dispose();
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(20)))
            _process.Kill();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
