using System.Text.Json;
using Quire.Core.Imports.Reading;

namespace Quire.Core.Imports.Remote;

/// <summary>Reads every version of every prompt of a Langfuse project, dependencies unresolved, as they were written.</summary>
/// <param name="calls">The server.</param>
/// <param name="collected">Where prompts go.</param>
/// <param name="rows">Reads prompts.</param>
/// <param name="progress">Hears how far it is.</param>
internal sealed class LangfuseSource(RemoteCalls calls, ItemCollector collected, JsonRows rows, IProgress<ImportProgress>? progress)
{
    private const string Prompts = "/api/public/v2/prompts";
    private const int Page = 100;

    /// <summary>Reads them.</summary>
    /// <exception cref="ItemRefusedException">The list cannot be read.</exception>
    public async Task Read(CancellationToken cancellation)
    {
        var names = await List(cancellation);
        for (var at = 0; at < names.Count; at++)
        {
            progress?.Report(new ImportProgress("fetching", at, names.Count));
            foreach (var version in names[at].Versions)
                await ReadVersion(names[at].Name, version, cancellation);
        }
        progress?.Report(new ImportProgress("fetching", names.Count, names.Count));
    }

    private async Task<List<(string Name, IReadOnlyList<long> Versions)>> List(CancellationToken cancellation)
    {
        var names = new List<(string, IReadOnlyList<long>)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var page = 1; ; page++)
        {
            var answer = await calls.Get($"{Prompts}?page={page}&limit={Page}", cancellation);
            var items = answer.Items("data").ToList();
            // A server whose pages do not end brings nothing new one day.
            var found = items.Where(item => item.Text("name") is { } name && seen.Add(name)).ToList();
            names.AddRange(found.Select(item => (item.Text("name")!, (IReadOnlyList<long>)[.. item.Items("versions").Select(Number).Order()])));
            if (found.Count == 0 || items.Count < Page)
                return names;
        }
    }

    private static long Number(JsonElement version) => version.ValueKind == JsonValueKind.Number && version.TryGetInt64(out var number) ? number : throw new ItemRefusedException("a version is no number.", "Check that the address is Langfuse's.");

    private async Task ReadVersion(string name, long version, CancellationToken cancellation)
    {
        var origin = $"{name} version {version}";
        try
        {
            rows.ReadRow(await calls.Get($"{Prompts}/{Uri.EscapeDataString(name)}?version={version}&resolve=false", cancellation), origin);
        }
        catch (ItemRefusedException error)
        {
            collected.Fail(name, origin, error.Message, error.Hint);
        }
    }
}
