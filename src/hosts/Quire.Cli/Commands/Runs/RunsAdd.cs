using System.CommandLine;
using System.Text.Json.Nodes;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Runs;

/// <summary><c>quire runs add</c>.</summary>
internal static class RunsAdd
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var id = new Argument<string>("id") { Description = "the run's id", HelpName = "ID" };
        var metrics = RunPairs.Metrics();
        var finish = new Option<bool>("--finish") { Description = "nothing more will be added" };
        var command = new Command("add", "Adds metrics to a run, or finishes it.") { id, metrics, finish };
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var body = new JsonObject { ["metrics"] = RunPairs.Numbers(call.GetValue(metrics)), ["finished"] = call.GetValue(finish) };
            var route = api.OrganisationRoute($"runs/{Uri.EscapeDataString(call.GetValue(id)!)}");
            RunPrinter.Print(cli, await api.Send(HttpMethod.Patch, route, writer => body.WriteTo(writer), cancellation), store.Json(call));
            return ExitCodes.Done;
        });
    }
}
