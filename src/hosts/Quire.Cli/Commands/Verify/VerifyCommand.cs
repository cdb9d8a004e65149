using System.CommandLine;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Verify;

/// <summary><c>quire verify store</c>: whether everything that was acknowledged is there, whole and unchanged.</summary>
internal static class VerifyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli) => new("verify", "Checks what is stored.") { Store(cli) };

    private static Command Store(CliContext cli)
    {
        var command = new Command("store", "Hashes every object, follows every version and pointer, recomputes the ledger.");
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var report = await api.Send(HttpMethod.Post, api.OrganisationRoute("verify"), null, cancellation);
            var sound = report.GetProperty("ok").GetBoolean();
            if (store.Json(call))
                cli.WriteJson(report);
            else
                Print(cli, report, sound);
            return sound ? ExitCodes.Done : ExitCodes.Failed;
        });
    }

    private static void Print(CliContext cli, System.Text.Json.JsonElement report, bool sound)
    {
        foreach (var problem in report.Items("problems"))
            cli.Error.WriteLine(problem);
        var read = report.GetProperty("checked");
        cli.WriteLine($"{(sound ? "clean" : "damaged")}: {read.Text("objects")} objects, {read.Text("versions")} versions, {read.Text("leaves")} leaves of the ledger");
    }
}
