using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Rendering;
using Quire.Cli.Terminal;
using Quire.Core.Errors;
using Quire.Prompts.Addresses;
using Quire.Prompts.Names;
using Quire.Prompts.PromptFiles;
using Quire.Templating;

namespace Quire.Cli.Commands.Render;

/// <summary>Renders a stored prompt in this process; what it includes comes from the tree of its commit.</summary>
internal static class StoredPrompt
{
    private const int MaxTemplates = 500;

    /// <summary>Fetches and renders.</summary>
    public static async Task<Rendered> Render(CliContext cli, StoreTarget target, string address, IReadOnlyDictionary<string, JsonElement> variables, CancellationToken cancellation)
    {
        await using var api = await new Connector(cli).Open(target, cancellation);
        var wanted = api.ParseAddress(address);
        var known = await api.Get(api.PromptRoute(wanted) + AddressRoutes.Query(wanted.Selector), cancellation);
        var file = await Read(api, wanted with { Selector = new Selector.Commit(known.Text("commit")) }, known.Text("file"), cancellation);
        var templates = await Includes(api, wanted, known.Text("commit"), file, cancellation);
        var given = wanted.Variables.ToDictionary(pair => pair.Key, pair => JsonText.Of(pair.Value), StringComparer.Ordinal);
        foreach (var (name, value) in variables)
            given[name] = value;
        return new PromptRenderer(given, cli.Clock, templates.GetValueOrDefault).Render(file);
    }

    private static async Task<PromptFile> Read(QuireApi api, Address address, string filePath, CancellationToken cancellation)
    {
        var bytes = await api.GetBytes(api.PromptRoute(address, "/source") + AddressRoutes.Query(address.Selector), cancellation);
        var parsed = PromptFileParser.Parse(filePath, bytes);
        return parsed.File ?? throw Findings.Refuse("The prompt does not parse", parsed.Diagnostics);
    }

    private static async Task<Dictionary<string, Template>> Includes(QuireApi api, Address address, string commit, PromptFile file, CancellationToken cancellation)
    {
        var templates = new Dictionary<string, Template>(StringComparer.Ordinal);
        var waiting = new Queue<string>(file.References);
        while (waiting.TryDequeue(out var name) && templates.Count < MaxTemplates)
        {
            if (templates.ContainsKey(name) || await Include(api, address, commit, name, cancellation) is not { } template)
                continue;
            templates.Add(name, template);
            foreach (var next in template.References)
                waiting.Enqueue(next);
        }
        return templates;
    }

    private static async Task<Template?> Include(QuireApi api, Address address, string commit, string name, CancellationToken cancellation)
    {
        if (!PromptPath.TryParse(name, out var path, out _))
            return null;
        try
        {
            var place = address with { Path = path, Selector = new Selector.Commit(commit) };
            var known = await api.Get(api.PromptRoute(place) + AddressRoutes.Query(place.Selector), cancellation);
            return (await Read(api, place, known.Text("file"), cancellation)).Body?.Template;
        }
        catch (QuireException error) when (error.Error.Kind == ErrorKind.NotFound)
        {
            return null;
        }
    }
}
