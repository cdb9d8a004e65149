using System.Text.Json;

namespace Quire.Core.Imports.Reading;

/// <summary>Prompts of LangSmith: a manifest, an answer of its commits interface that holds one, or a list of either.</summary>
/// <param name="collected">Where they go.</param>
internal sealed class LangSmithFiles(ItemCollector collected)
{
    /// <summary>Whether a document looks like one of LangSmith's.</summary>
    public static bool Fits(JsonElement root) => Manifest(root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().FirstOrDefault() : root).Member("lc") is not null;

    /// <summary>Reads a document.</summary>
    /// <param name="file">The file's name, by which a prompt is called that has no name.</param>
    /// <param name="stem">The file's path without its ending.</param>
    /// <param name="root">The document.</param>
    public void Read(string file, string stem, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array)
        {
            Add(root, stem, file);
            return;
        }
        var number = 0;
        foreach (var item in root.EnumerateArray())
            Add(item, $"{stem}-{++number}", $"{file}, item {number}");
    }

    private void Add(JsonElement item, string fallback, string origin)
    {
        collected.Try(fallback, origin, () =>
        {
            var manifest = Manifest(item);
            var metadata = (manifest.Member("kwargs") ?? default).Member("metadata");
            var name = item.Text("repo_handle") ?? item.Text("repo") ?? metadata?.Text("lc_hub_repo") ?? fallback;
            var hash = item.Text("commit_hash") ?? metadata?.Text("lc_hub_commit_hash");
            collected.Add(name, new ImportVersion
            {
                Origin = origin,
                Message = hash is null ? null : $"LangSmith commit {hash[..Math.Min(hash.Length, 12)]}",
                Content = new ImportContent.Parts(new LangSmithManifest().Read(manifest)),
            });
        });
    }

    private static JsonElement Manifest(JsonElement item) => item.Member("manifest") ?? item;
}
