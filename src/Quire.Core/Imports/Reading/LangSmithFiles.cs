using System.Text.Json;

namespace Quire.Core.Imports.Reading;

/// <summary>Prompts of LangSmith: a manifest, an answer of its commits interface that holds one, a prompt that LangChain saved, or a list of these.</summary>
/// <param name="collected">Where they go.</param>
internal sealed class LangSmithFiles(ItemCollector collected)
{
    private const int ShownHash = 12;

    /// <summary>Whether a document looks like one of LangSmith's.</summary>
    public static bool Fits(JsonElement root)
    {
        if (root.Member("repos") is { ValueKind: JsonValueKind.Array })
            return true;
        var first = Manifest(root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().FirstOrDefault() : root);
        return first.Member("lc") is not null || LangChainFile.Fits(first);
    }

    /// <summary>Reads a document.</summary>
    /// <param name="file">The file's name, by which a prompt is called that has no name.</param>
    /// <param name="stem">The file's path without its ending.</param>
    /// <param name="root">The document.</param>
    public void Read(string file, string stem, JsonElement root)
    {
        var list = root.ValueKind == JsonValueKind.Array ? root : root.Member("repos");
        if (list is not { ValueKind: JsonValueKind.Array } items)
        {
            Add(root, stem, file);
            return;
        }
        var number = 0;
        foreach (var item in items.EnumerateArray())
            Add(item, $"{stem}-{++number}", $"{file}, item {number}");
    }

    private void Add(JsonElement item, string fallback, string origin)
    {
        collected.Try(fallback, origin, () =>
        {
            var manifest = Manifest(item);
            if (manifest.Member("lc") is null && !LangChainFile.Fits(manifest))
                throw new ItemRefusedException("it holds no manifest.", "LangSmith's list names prompts only: ask for it with the newest manifests, or save the answer of commits/OWNER/NAME/latest.");
            var metadata = (manifest.Member("kwargs") ?? default).Member("metadata");
            var name = item.Text("repo_handle") ?? item.Text("repo") ?? metadata?.Text("lc_hub_repo") ?? Saved(manifest) ?? fallback;
            var hash = item.Text("commit_hash") ?? item.Text("last_commit_hash") ?? metadata?.Text("lc_hub_commit_hash");
            var version = new ImportVersion
            {
                Origin = origin,
                Message = hash is null ? null : $"LangSmith commit {hash[..Math.Min(hash.Length, ShownHash)]}",
                Content = new ImportContent.Parts(Parts(item, manifest)),
            };
            collected.Add(name, version, new ImportItem { Name = name, Versions = [], Tags = item.Words("tags") });
        });
    }

    private static ImportParts Parts(JsonElement item, JsonElement manifest)
    {
        var parts = LangChainFile.Fits(manifest) ? LangChainFile.Read(manifest) : new LangSmithManifest().Read(manifest);
        return item.Text("description") is { Length: > 0 } description ? parts with { Description = description } : parts;
    }

    // In a manifest the name is the kind's.
    private static string? Saved(JsonElement manifest) => LangChainFile.Fits(manifest) ? manifest.Text("name") : null;

    private static JsonElement Manifest(JsonElement item) => item.Member("manifest") ?? item.Member("latest_commit_manifest")?.Member("manifest") ?? item;
}
