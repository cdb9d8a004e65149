using System.CommandLine;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Rendering;
using Quire.Cli.Terminal;
using Quire.Templating;

namespace Quire.Cli.Commands.Rules;

/// <summary><c>quire rules set FILE</c>: replaces the rules.</summary>
internal static class RulesSet
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var file = new Argument<string>("file") { Description = "the rules as JSON (docs/validation.md); '-' for standard input", HelpName = "FILE" };
        var command = new Command("set", "Replaces the rules. They hold for what is written from then on.") { file };
        var store = new StoreOptions(command, project: false);
        return command.Does(cli, async (call, cancellation) =>
        {
            // Read first: a file that is no JSON must not open the store.
            var rules = Read(cli, call.GetValue(file)!);
            await using var api = await new Connector(cli).Open(store.Read(cli, call), cancellation);
            var set = await api.Send(HttpMethod.Put, api.OrganisationRoute("rules"), rules.WriteTo, cancellation);
            if (store.Json(call))
                cli.WriteJson(set);
            else
                cli.WriteLine("rules set; they hold for what is written from now on");
            return ExitCodes.Done;
        });
    }

    private static JsonElement Read(CliContext cli, string path)
    {
        var text = TextArgument.Decode(path, new SourceReader(cli, null, TemplateOptions.Default).ReadBytes(path));
        try
        {
            var rules = JsonDocument.Parse(text).RootElement;
            return rules.ValueKind == JsonValueKind.Object ? rules : throw CliErrors.WrongCall($"'{path}' holds {rules.ValueKind}, not rules.", "docs/validation.md shows rules.");
        }
        catch (JsonException error)
        {
            throw CliErrors.WrongCall($"'{path}' is not JSON: {JsonText.Reason(error)}", "docs/validation.md shows rules.");
        }
    }
}
