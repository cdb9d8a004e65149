using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;
using Quire.Prompts.Addresses;

namespace Quire.Cli.Commands.Alias;

/// <summary><c>quire alias set</c> and <c>quire alias remove</c>.</summary>
internal static class AliasMoves
{
    /// <summary>Makes <c>quire alias set</c>.</summary>
    public static Command Set(CliContext cli)
    {
        var (alias, prompts, folder) = Arguments("the prompts, one of them also as PATH@7 or PATH@staging");
        var version = new Option<long?>("--version") { Description = "the number of the version; default: each prompt's latest", HelpName = "N" };
        var from = new Option<string?>("--from") { Description = "the alias whose versions are meant", HelpName = "ALIAS" };
        var command = new Command("set", "Sets an alias on prompts or on a folder, all at once or not at all.") { alias, prompts, folder, version, from };
        var store = new StoreOptions(command);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var addresses = Addresses(api, call.GetValue(prompts)!);
            var body = Body(addresses, call.GetValue(folder));
            Select(body, addresses, call.GetValue(version), call.GetValue(from));
            return await Send(cli, store.Json(call), api, call.GetValue(alias)!, body, "set", cancellation);
        });
    }

    /// <summary>Makes <c>quire alias remove</c>.</summary>
    public static Command Remove(CliContext cli)
    {
        var (alias, prompts, folder) = Arguments("the prompts");
        var command = new Command("remove", "Removes an alias from prompts or from a folder, all at once or not at all.") { alias, prompts, folder };
        var store = new StoreOptions(command);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var body = Body(Addresses(api, call.GetValue(prompts)!), call.GetValue(folder));
            body["remove"] = true;
            return await Send(cli, store.Json(call), api, call.GetValue(alias)!, body, "removed", cancellation);
        });
    }

    private static (Argument<string> Alias, Argument<string[]> Prompts, Option<string?> Folder) Arguments(string meaning) => (
        new Argument<string>("alias") { Description = "the alias", HelpName = "ALIAS" },
        new Argument<string[]>("prompts") { Description = meaning, HelpName = "PROMPT", Arity = ArgumentArity.ZeroOrMore },
        new Option<string?>("--folder") { Description = "all prompts of a folder; '' for the whole project", HelpName = "PATH" });

    private static List<Address> Addresses(QuireApi api, string[] texts) => [.. texts.Select(api.ParseAddress)];

    private static JsonObject Body(List<Address> addresses, string? folder)
    {
        if (folder is null == (addresses.Count == 0))
            throw CliErrors.WrongCall("Which prompts are meant is not said, or said twice.", "Name prompts, or a folder with --folder.");
        return folder is null
            ? new JsonObject { ["paths"] = new JsonArray([.. addresses.Select(address => (JsonNode)address.Path.Value)]) }
            : new JsonObject { ["folder"] = folder };
    }

    private static void Select(JsonObject body, List<Address> addresses, long? version, string? from)
    {
        var selected = addresses.Where(address => address.Selector != Selector.Latest).ToList();
        if (selected.Count > 0 && (addresses.Count > 1 || version is not null || from is not null))
            throw CliErrors.WrongCall("A version stands in the address of one prompt of several, or is said twice.", "Give --version or --from for all of them.");
        (version, from) = selected is [{ Selector: var selector }]
            ? selector switch
            {
                Selector.Number number => (number.Version, null),
                Selector.Alias alias => ((long?)null, alias.Name.Value),
                _ => throw CliErrors.WrongCall("An alias names a numbered version.", "Write PATH@7 or PATH@staging."),
            }
            : (version, from);
        if (version is { } n)
            body["version"] = n;
        if (from is not null)
            body["from"] = from;
    }

    private static async Task<int> Send(CliContext cli, bool json, QuireApi api, string alias, JsonObject body, string done, CancellationToken cancellation)
    {
        var answer = await api.Send(HttpMethod.Post, api.ProjectRoute($"aliases/{Uri.EscapeDataString(alias)}"), writer => body.WriteTo(writer), cancellation);
        if (json)
            cli.WriteJson(answer);
        else
            Print(cli, alias, answer, done);
        return ExitCodes.Done;
    }

    private static void Print(CliContext cli, string alias, JsonElement answer, string done)
    {
        var count = answer.GetProperty("prompts").GetInt32();
        cli.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{alias}: {(answer.GetProperty("changed").GetBoolean() ? done : "nothing changed")}, {count} {(count == 1 ? "prompt" : "prompts")}"));
        foreach (var path in answer.Items("skipped"))
            cli.Error.WriteLine($"left alone: {path}");
    }
}
