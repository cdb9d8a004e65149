using System.Net;
using System.Text.Json;

namespace Quire.Cli.Connecting;

/// <summary>Imports over REST, with their progress.</summary>
internal static class ImportCalls
{
    /// <summary>Sends something to be imported and answers the report.</summary>
    /// <param name="api">The way to the prompts.</param>
    /// <param name="route">The route below the project.</param>
    /// <param name="query">The query; what is null is left out.</param>
    /// <param name="body">The body.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<JsonElement> Import(this QuireApi api, string route, IReadOnlyDictionary<string, string?> query, HttpContent body, Action<JsonElement> progress, CancellationToken cancellation)
    {
        try
        {
            await foreach (var (name, data) in api.Events(HttpMethod.Post, api.ProjectRoute(route) + Query(query), body, cancellation))
            {
                switch (name)
                {
                    case "progress":
                        progress(data);
                        break;
                    case "problem":
                        throw Problems.Read((HttpStatusCode)data.GetProperty("status").GetInt32(), JsonSerializer.SerializeToUtf8Bytes(data), api.Address);
                    default:
                        return data;
                }
            }
        }
        catch (IOException)
        {
            // Told below.
        }
        throw Problems.Unreachable(api.Address, new HttpRequestException("the connection broke before the import was done; import again"));
    }

    /// <summary>A query; what is null is left out.</summary>
    public static string Query(IReadOnlyDictionary<string, string?> words) =>
        "?" + string.Join('&', words.Where(word => word.Value is not null).Select(word => $"{word.Key}={Uri.EscapeDataString(word.Value!)}"));
}
