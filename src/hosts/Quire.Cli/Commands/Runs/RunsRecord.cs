using System.CommandLine;
using System.Text.Json.Nodes;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Runs;

/// <summary><c>quire runs record</c>.</summary>
internal static class RunsRecord
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var id = new Argument<string>("id") { Description = "the run's id, which you choose; the same call again changes nothing", HelpName = "ID" };
        var prompts = new Argument<string[]>("prompts") { Description = "what it used, for example support/answer@7 or support/answer@production", HelpName = "PROMPT", Arity = ArgumentArity.OneOrMore };
        var kind = new Option<string>("--kind") { Description = "evaluation, experiment or deployment", HelpName = "KIND", DefaultValueFactory = _ => "evaluation" };
        var title = new Option<string?>("--title") { Description = "what people call it", HelpName = "TEXT" };
        var parameters = new Option<string[]>("--param") { Description = "a setting of the run; as often as needed", HelpName = "NAME=VALUE" };
        var metrics = RunPairs.Metrics();
        var finish = new Option<bool>("--finish") { Description = "nothing will be added" };
        var command = new Command("record", "Records a run with the versions that it used.") { id, prompts, kind, title, parameters, metrics, finish };
        var store = new StoreOptions(command);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var body = new JsonObject
            {
                ["id"] = call.GetValue(id),
                ["kind"] = call.GetValue(kind),
                ["prompts"] = new JsonArray([.. call.GetValue(prompts)!.Select(text => (JsonNode)api.ParseAddress(text).ToString())]),
                ["parameters"] = RunPairs.Texts(call.GetValue(parameters)),
                ["metrics"] = RunPairs.Numbers(call.GetValue(metrics)),
                ["finished"] = call.GetValue(finish),
            };
            if (call.GetValue(title) is { } words)
                body["title"] = words;
            RunPrinter.Print(cli, await api.Send(HttpMethod.Post, api.OrganisationRoute("runs"), writer => body.WriteTo(writer), cancellation), store.Json(call));
            return ExitCodes.Done;
        });
    }
}
