using System.Reflection;
using System.Text.Json;
using Quire.Cli.Connecting;

namespace Quire.Cli.Serving;

/// <summary>Fills an empty project with the demonstration of <c>samples/demo</c>, by the same requests that anybody could send.</summary>
/// <param name="api">The way to the project.</param>
internal sealed class DemoProject(QuireApi api)
{
    private const string Prefix = "demo/";

    /// <summary>Makes the commits of the demonstration where the project has none.</summary>
    public async Task Fill(CancellationToken cancellation)
    {
        var commits = await api.Get(api.ProjectRoute("commits?limit=1"), cancellation);
        if (commits.Items().Any())
            return;
        using var history = JsonDocument.Parse(Read(Prefix + "history.json"));
        foreach (var step in history.RootElement.EnumerateArray())
            await api.Send(HttpMethod.Post, api.ProjectRoute("commits"), writer => Write(writer, step), cancellation);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement step)
    {
        writer.WriteStartObject();
        writer.WriteString("message", step.GetProperty("message").GetString());
        writer.WriteString("author", step.GetProperty("author").GetString());
        writer.WriteStartArray("changes");
        foreach (var (path, resource) in FilesOf(step.GetProperty("folder").GetString()!))
        {
            writer.WriteStartObject();
            writer.WriteString("path", path);
            writer.WriteBase64String("base64", Read(resource));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WritePropertyName("aliases");
        step.GetProperty("aliases").WriteTo(writer);
        writer.WriteEndObject();
    }

    // Resources are named as their files; on Windows with its separators.
    private static IEnumerable<(string Path, string Resource)> FilesOf(string folder) =>
        from resource in Assembly.GetExecutingAssembly().GetManifestResourceNames()
        let name = resource.Replace('\\', '/')
        where name.StartsWith($"{Prefix}{folder}/", StringComparison.Ordinal)
        select (name[(Prefix.Length + folder.Length + 1)..], resource);

    private static byte[] Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
