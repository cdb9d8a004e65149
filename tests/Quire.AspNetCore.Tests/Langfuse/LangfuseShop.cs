using System.Net.Http.Headers;
using System.Text;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;

namespace Quire.AspNetCore.Tests.Langfuse;

/// <summary>Quire as a client of Langfuse sees it: Basic, the key as the password, nothing else.</summary>
public sealed class LangfuseShop : IAsyncDisposable
{
    public const string Prompts = "/api/public/v2/prompts";

    private LangfuseShop(RunningQuire quire) => (Quire, Client) = (quire, ClientFor(quire, quire.Owner));

    public RunningQuire Quire { get; }

    public HttpClient Client { get; }

    public static async Task<LangfuseShop> Open(TimeProvider? time = null) =>
        new(await RunningQuire.Start(options => time is null ? options : options with { Time = time }));

    public static string Url(string name, string query = "") => $"{Prompts}/{Uri.EscapeDataString(name)}{query}";

    public static HttpClient ClientFor(RunningQuire quire, string key, string user = "pk-whatever")
    {
        var client = quire.ClientFor(null);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{key}")));
        return client;
    }

    /// <summary>Sends a version, whatever comes of it.</summary>
    public Task<Reply> Post(object body) => Client.Send("POST", Prompts, body);

    /// <summary>Makes a version of a text prompt.</summary>
    public Task<Reply> Text(string name, string prompt, params string[] labels) => Made(new { name, prompt, labels });

    /// <summary>Makes a version of a chat prompt.</summary>
    public Task<Reply> Chat(string name, object[] prompt, params string[] labels) => Made(new { name, prompt, type = "chat", labels });

    /// <summary>Makes a version.</summary>
    public async Task<Reply> Made(object body) => (await Post(body)).Should(System.Net.HttpStatusCode.Created);

    /// <summary>Reads a version, whatever comes of it.</summary>
    public Task<Reply> Get(string name, string query = "") => Client.Get(Url(name, query));

    /// <summary>Reads a version that is there.</summary>
    public async Task<Reply> Read(string name, string query = "") => (await Get(name, query)).Should(System.Net.HttpStatusCode.OK);

    /// <summary>Adds labels, whatever comes of it.</summary>
    public Task<Reply> Label(string name, int version, params string[] newLabels) => Client.Send("PATCH", $"{Url(name)}/versions/{version}", new { newLabels });

    /// <summary>Deletes, whatever comes of it.</summary>
    public Task<Reply> Delete(string name, string query = "") => Client.Send("DELETE", Url(name, query));

    /// <summary>Lists.</summary>
    public async Task<Reply> List(string query = "") => (await Client.Get(Prompts + query)).Should(System.Net.HttpStatusCode.OK);

    /// <summary>A client whose key means another project.</summary>
    public async Task<HttpClient> ClientOf(string project)
    {
        (await Quire.Client.Send("POST", "/api/v1/orgs/main/projects", new { name = project })).Should(System.Net.HttpStatusCode.Created);
        return ClientFor(Quire, await Quire.Key(Permissions.All, projects: [project]));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Quire.DisposeAsync();
    }
}
