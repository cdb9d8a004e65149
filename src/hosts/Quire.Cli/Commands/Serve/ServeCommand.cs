using System.CommandLine;
using System.Runtime.CompilerServices;
using Quire.Cli.Connecting;
using Quire.Cli.Serving;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Serve;

/// <summary><c>quire serve</c>: the server.</summary>
internal static class ServeCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var demo = new Option<bool>("--demo") { Description = "fill an empty project with a customer-support assistant; without --data in a new temporary folder" };
        var data = new Option<string?>("--data") { Description = $"the data folder (or {StoreOptions.DataVariable}; default: the platform's data folder)", HelpName = "DIR" };
        var db = new Option<string?>("--db") { Description = "a PostgreSQL database instead of a data folder, for example postgres://user@host/quire", HelpName = "CONNECTION" };
        var urls = new Option<string?>("--urls") { Description = $"where to listen, separated by ';' (default: {ListenUrl.Default})", HelpName = "URL" };
        return new Command("serve", "Serves the prompts over HTTP until it is stopped.") { demo, data, db, urls }.Does(cli, (call, cancellation) =>
        {
            if (call.GetValue(data) is not null && call.GetValue(db) is not null)
                throw CliErrors.WrongCall("--data and --db name two places.", "Name one of them.");
            var settings = new ServeSettings(call.GetValue(demo), call.GetValue(data), call.GetValue(db), call.GetValue(urls));
            return Serve(cli, settings, cancellation);
        });
    }

    // Apart, so that ASP.NET Core is loaded only when it is needed.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> Serve(CliContext cli, ServeSettings settings, CancellationToken cancellation) => new Server(cli, settings).Run(cancellation);
}
