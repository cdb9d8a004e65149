using System.Text.Json;
using Quire.Cli.Connecting;

namespace Quire.Cli.Import;

/// <summary>Sends contents, several in one request.</summary>
/// <param name="api">The way to the prompts.</param>
internal sealed class BlobSender(QuireApi api)
{
    // In base64 a third larger; well below the limit of a request.
    private const long BatchBytes = 4 * 1024 * 1024;
    private const int BatchFiles = 500;

    /// <summary>Stages the files' contents and answers their ids, in order.</summary>
    public async Task<IReadOnlyList<string>> Send(IReadOnlyList<ImportFile> files, CancellationToken cancellation)
    {
        var ids = new List<string>(files.Count);
        while (ids.Count < files.Count)
            ids.AddRange(await SendBatch(files.Skip(ids.Count), cancellation));
        return ids;
    }

    private async Task<IReadOnlyList<string>> SendBatch(IEnumerable<ImportFile> files, CancellationToken cancellation)
    {
        var batch = new List<byte[]>();
        long bytes = 0;
        foreach (var file in files)
        {
            if (batch.Count == BatchFiles || (batch.Count > 0 && bytes + file.Size > BatchBytes))
                break;
            batch.Add(file.Read());
            bytes += batch[^1].Length;
        }
        var answer = await api.Send(HttpMethod.Post, api.ProjectRoute("blobs"), writer => Write(writer, batch), cancellation);
        return [.. answer.Items("ids").Select(id => id.GetString()!)];
    }

    private static void Write(Utf8JsonWriter writer, List<byte[]> contents)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("blobs");
        foreach (var content in contents)
        {
            writer.WriteStartObject();
            writer.WriteBase64String("base64", content);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
