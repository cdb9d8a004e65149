using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Prompts.Files;
using Quire.Templating.Diagnostics;
using Quire.Versioning.Objects;

namespace Quire.Cli.Import;

/// <summary>Stores files: sends the contents that are new, then makes one commit. What is refused is refused as a whole.</summary>
/// <param name="api">The way to the prompts.</param>
internal sealed class Importer(QuireApi api)
{
    /// <summary>Refuses files that no server would take, before anything is sent.</summary>
    public static void CheckSizes(IReadOnlyList<ImportFile> files)
    {
        QuireLimits.CommitChanges.Check(files.Count, "The import");
        foreach (var file in files)
        {
            QuireLimits.FileBytes.Check(file.Size, $"'{file.Origin}'");
            if (FileRole.Classify(file.Path, []) is FileRole.Prompt)
                QuireLimits.PromptBytes.Check(file.Size, $"The prompt file '{file.Origin}'");
        }
    }

    /// <summary>Stores the files.</summary>
    public async Task<ImportReport> Import(IReadOnlyList<ImportFile> files, string? branch, string message, CancellationToken cancellation)
    {
        var stored = await Stored(branch, cancellation);
        var changed = files.Where(file => !IsStored(file, stored)).ToList();
        if (changed.Count == 0 && files.All(file => file.Aliases.Count == 0))
            return new ImportReport(files.Count, 0, default);
        var blobs = await new BlobSender(api).Send(changed, cancellation);
        try
        {
            var answer = await api.Send(HttpMethod.Post, api.ProjectRoute("commits"), writer => WriteCommit(writer, files, changed, blobs, branch, message), cancellation);
            return new ImportReport(files.Count, changed.Count, answer);
        }
        catch (QuireException error) when (error.Error.Diagnostics.Count > 0)
        {
            throw new QuireException(WithOrigins(error.Error, files));
        }
    }

    private static bool IsStored(ImportFile file, Dictionary<string, string> stored) =>
        stored.TryGetValue(file.Path, out var known) && known == Key(ObjectHash.OfBlob(file.Read()).ToString(), file.IsExecutable);

    private static string Key(string blob, bool executable) => executable ? blob + "x" : blob;

    // What is there already need not be sent again. A new branch begins where the default branch stands.
    private async Task<Dictionary<string, string>> Stored(string? branch, CancellationToken cancellation)
    {
        var route = api.ProjectRoute("tree");
        JsonElement tree;
        try
        {
            tree = await api.Get(branch is null ? route : $"{route}?ref={Uri.EscapeDataString(branch)}", cancellation);
        }
        catch (QuireException error) when (error.Error.Code == "ref_not_found")
        {
            tree = await api.Get(route, cancellation);
        }
        return tree.Items("files").Concat(tree.Items()).ToDictionary(
            file => file.Text("path"), file => Key(file.Text("blob"), file.Text("mode").EndsWith("755", StringComparison.Ordinal)), StringComparer.Ordinal);
    }

    private static void WriteCommit(Utf8JsonWriter writer, IReadOnlyList<ImportFile> files, List<ImportFile> changed, IReadOnlyList<string> blobs, string? branch, string message)
    {
        writer.WriteStartObject();
        writer.WriteString("message", message);
        if (branch is not null)
            writer.WriteString("branch", branch);
        writer.WriteStartArray("changes");
        for (var i = 0; i < changed.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("path", changed[i].Path);
            writer.WriteString("blob", blobs[i]);
            if (changed[i].IsExecutable)
                writer.WriteBoolean("executable", true);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        WriteAliases(writer, files);
        writer.WriteEndObject();
    }

    private static void WriteAliases(Utf8JsonWriter writer, IReadOnlyList<ImportFile> files)
    {
        writer.WriteStartArray("aliases");
        foreach (var file in files)
        {
            foreach (var alias in file.Aliases)
            {
                writer.WriteStartObject();
                writer.WriteString("path", FileRole.Classify(file.Path, []).PromptName?.Value ?? file.Path);
                writer.WriteString("alias", alias);
                writer.WriteEndObject();
            }
        }
        writer.WriteEndArray();
    }

    // The server knows the file in the project; the person knows the row it was made of.
    private static QuireError WithOrigins(QuireError error, IReadOnlyList<ImportFile> files)
    {
        var origins = files.ToDictionary(file => file.Path, file => file.Origin, StringComparer.Ordinal);
        return error with { Diagnostics = [.. error.Diagnostics.Select(finding => Named(finding, origins))] };
    }

    private static Diagnostic Named(Diagnostic finding, Dictionary<string, string> origins) =>
        finding.File is { } path && origins.TryGetValue(path, out var origin) ? finding with { File = origin } : finding;
}
