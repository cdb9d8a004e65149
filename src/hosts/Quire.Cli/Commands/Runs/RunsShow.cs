using System.CommandLine;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Runs;

/// <summary><c>quire runs show</c>.</summary>
internal static class RunsShow
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var id = new Argument<string>("id") { Description = "the run's id", HelpName = "ID" };
        var mlflow = new Option<bool>("--mlflow") { Description = "as parameters of an MLflow run: prompt.NAME=vN" };
        var command = new Command("show", "Tells what a run used.") { id, mlflow };
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var asParameters = call.GetValue(mlflow);
            var route = api.OrganisationRoute($"runs/{Uri.EscapeDataString(call.GetValue(id)!)}{(asParameters ? "/mlflow" : "")}");
            var answer = await api.Get(route, cancellation);
            if (!asParameters || store.Json(call))
            {
                RunPrinter.Print(cli, answer, store.Json(call));
                return ExitCodes.Done;
            }
            foreach (var parameter in answer.Items("params"))
                cli.WriteLine($"{parameter.Text("key")}={parameter.Text("value")}");
            return ExitCodes.Done;
        });
    }
}
