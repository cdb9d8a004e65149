using System.CommandLine;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Search;

/// <summary><c>quire search</c>: finds prompts by their words.</summary>
internal static class SearchCommand
{
    private const int DefaultLimit = 20;
    private const int PageSize = 1_000;
    private static readonly (string Name, string Meaning)[] Filters =
    [
        ("tag", "only prompts with this tag"), ("category", "only prompts of this category"), ("author", "only prompts whose latest version is by this author"),
        ("model", "only prompts for this model"), ("layer", "only contributions of this layer"), ("alias", "only prompts that have this alias"), ("folder", "only prompts of this folder"),
    ];

    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var text = new Argument<string[]>("TEXT") { Description = "words that must all be there; \"phrases\", -not and begin* too", Arity = ArgumentArity.ZeroOrMore };
        var filters = Filters.Select(filter => new Option<string?>($"--{filter.Name}") { Description = filter.Meaning, HelpName = filter.Name.ToUpperInvariant() }).ToList();
        var everywhere = new Option<bool>("--all-projects") { Description = "in every project, not only in one" };
        var limit = new Option<int>("--limit") { Description = "how many at most", HelpName = "N", DefaultValueFactory = _ => DefaultLimit };
        var command = new Command("search", "Finds prompts by their words.") { text };
        filters.ForEach(command.Add);
        command.Add(everywhere);
        command.Add(limit);
        var store = new StoreOptions(command);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var values = filters.Select(filter => (filter.Name[2..], call.GetValue(filter))).Prepend(("q", string.Join(' ', call.GetValue(text) ?? [])));
            var query = $"search?limit={Math.Clamp(call.GetValue(limit), 1, PageSize)}{string.Concat(values.Where(value => value.Item2 is { Length: > 0 }).Select(value => $"&{value.Item1}={Uri.EscapeDataString(value.Item2!)}"))}";
            var items = await api.GetAll(call.GetValue(everywhere) ? api.OrganisationRoute(query) : api.ProjectRoute(query), cancellation).Take(call.GetValue(limit)).ToListAsync(cancellation);
            if (store.Json(call))
                cli.WriteList(items);
            else
                Print(cli, items);
            return ExitCodes.Done;
        });
    }

    private static void Print(CliContext cli, List<JsonElement> items)
    {
        var table = new Table("PROJECT", "PATH", "VERSION", "FOUND");
        foreach (var item in items)
            table.Add(item.Text("project"), item.Text("path"), item.Text("version"), Excerpt(item));
        if (items.Count > 0)
            cli.WriteRaw(System.Text.Encoding.UTF8.GetBytes(table.ToString()));
        cli.WriteLine($"{items.Count} {(items.Count == 1 ? "prompt" : "prompts")}");
    }

    // The piece that says most: of the text where the words are there, else of the description.
    private static string Excerpt(JsonElement item)
    {
        var last = item.GetProperty("highlights").EnumerateArray().LastOrDefault();
        return last.ValueKind == JsonValueKind.Undefined ? item.Text("description") : string.Join(' ', last.Text("excerpt").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
