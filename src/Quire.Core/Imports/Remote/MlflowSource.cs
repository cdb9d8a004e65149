using System.Text.Json;
using Quire.Core.Imports.Reading;
using Quire.Core.Limits;
using Quire.Core.Mlflow;

namespace Quire.Core.Imports.Remote;

/// <summary>Reads every version of every prompt of an MLflow server.</summary>
/// <param name="calls">The server.</param>
/// <param name="collected">Where prompts go.</param>
/// <param name="rows">Reads prompts.</param>
/// <param name="progress">Hears how far it is.</param>
internal sealed class MlflowSource(RemoteCalls calls, ItemCollector collected, MlflowRows rows, IProgress<ImportProgress>? progress)
{
    private const string Base = "/api/2.0/mlflow";
    private const int Page = 200;
    private const int MaxPages = 10_000;

    // A search that does not ask for prompts is answered without them.
    private const string IsPrompt = $"tags.`{MlflowKeys.IsPrompt}` = 'true'";

    /// <summary>Reads them.</summary>
    /// <exception cref="ItemRefusedException">The list cannot be read.</exception>
    public async Task Read(CancellationToken cancellation)
    {
        var names = (await Pages($"{Base}/registered-models/search?filter={Uri.EscapeDataString(IsPrompt)}&max_results={Page}", "registered_models", cancellation)).Select(model => model.Text("name")).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        for (var at = 0; at < names.Count; at++)
        {
            progress?.Report(new ImportProgress("fetching", at, names.Count));
            await ReadPrompt(names[at], cancellation);
        }
        progress?.Report(new ImportProgress("fetching", names.Count, names.Count));
    }

    private async Task ReadPrompt(string name, CancellationToken cancellation)
    {
        try
        {
            // Asked for alone: not every server tells the aliases in a list.
            var model = await calls.Get($"{Base}/registered-models/get?name={Uri.EscapeDataString(name)}", cancellation);
            var versions = await Versions(name, model, cancellation);
            rows.Read("MLflow", JsonSerializer.SerializeToElement(new[] { model, JsonSerializer.SerializeToElement(new Dictionary<string, List<JsonElement>> { ["model_versions"] = versions }) }));
        }
        catch (ItemRefusedException error)
        {
            collected.Fail(name, name, error.Message, error.Hint);
        }
    }

    private async Task<List<JsonElement>> Versions(string name, JsonElement model, CancellationToken cancellation)
    {
        var filter = Uri.EscapeDataString($"name='{name.Replace("'", "''", StringComparison.Ordinal)}' AND {IsPrompt}");
        try
        {
            if (await Pages($"{Base}/model-versions/search?filter={filter}&max_results={Page}", "model_versions", cancellation) is { Count: > 0 } found)
                return found;
        }
        catch (ItemRefusedException)
        {
            // Not every server knows that filter.
        }
        return await OneByOne(name, (model.Member("registered_model") ?? default).Items("latest_versions").Select(version => version.Number("version") ?? 0).DefaultIfEmpty(0).Max(), cancellation);
    }

    private async Task<List<JsonElement>> OneByOne(string name, long newest, CancellationToken cancellation)
    {
        QuireLimits.ImportVersions.Check(newest, "The import");
        var versions = new List<JsonElement>();
        for (var number = 1; number <= newest; number++)
        {
            try
            {
                var answer = await calls.Get($"{Base}/model-versions/get?name={Uri.EscapeDataString(name)}&version={number}", cancellation);
                if (answer.Member("model_version") is { } version)
                    versions.Add(version);
            }
            catch (ItemRefusedException) when (number < newest)
            {
                // One that was deleted; the newest one has to be there.
            }
        }
        return versions;
    }

    private async Task<List<JsonElement>> Pages(string path, string list, CancellationToken cancellation)
    {
        var items = new List<JsonElement>();
        string? token = null;
        for (var page = 1; page <= MaxPages; page++)
        {
            var answer = await calls.Get(token is null ? path : $"{path}&page_token={Uri.EscapeDataString(token)}", cancellation);
            var before = items.Count;
            items.AddRange(answer.Items(list));
            var next = answer.Text("next_page_token");
            if (string.IsNullOrEmpty(next) || next == token || items.Count == before)
                return items;
            token = next;
        }
        throw new ItemRefusedException("the server's list does not end.", "Import from a file.");
    }
}
