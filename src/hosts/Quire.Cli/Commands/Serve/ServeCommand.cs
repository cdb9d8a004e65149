using System.CommandLine;
using System.Runtime.CompilerServices;
using Quire.Cli.Connecting;
using Quire.Cli.Hosting;
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
        var redis = new Option<string?>("--redis") { Description = $"a Redis as second tier of the caches (or {RedisTier.UrlVariable}), for example redis://host:6379/0; rediss:// for TLS", HelpName = "URL" };
        var secret = new Option<string?>("--redis-secret-file") { Description = $"the secret that seals what goes to Redis, the same on all nodes (or {RedisTier.SecretVariable}; default: {RedisTier.SecretFile} in the data folder, made at the first start)", HelpName = "FILE" };
        var vocabularies = new Option<string?>("--vocabularies") { Description = $"which vocabulary counts tokens for which models, as JSON (or {VocabularySettings.Variable}; default: {VocabularySettings.FileName} in the data folder)", HelpName = "FILE" };
        var outbound = new Option<string[]>("--allow-outbound") { Description = $"a host, address or network beside the public internet that webhooks and imports may call, for example hooks.corp:8443 or 10.1.0.0/16; may be repeated (or {Server.OutboundVariable}, separated by commas)", HelpName = "HOST" };
        return new Command("serve", "Serves the prompts over HTTP until it is stopped.") { demo, data, db, urls, redis, secret, vocabularies, outbound }.Does(cli, (call, cancellation) =>
        {
            if (call.GetValue(data) is not null && call.GetValue(db) is not null)
                throw CliErrors.WrongCall("--data and --db name two places.", "Name one of them.");
            if (call.GetValue(secret) is not null && call.GetValue(redis) is null && cli.Setting(RedisTier.UrlVariable) is null)
                throw CliErrors.WrongCall("--redis-secret-file seals what goes to Redis, and none was named.", "Name it with --redis.");
            var settings = new ServeSettings(call.GetValue(demo), call.GetValue(data), call.GetValue(db), call.GetValue(urls), call.GetValue(redis), call.GetValue(secret), call.GetValue(vocabularies), call.GetValue(outbound) ?? []);
            return Serve(cli, settings, cancellation);
        });
    }

    // Apart, so that ASP.NET Core is loaded only when it is needed.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> Serve(CliContext cli, ServeSettings settings, CancellationToken cancellation) => new Server(cli, settings).Run(cancellation);
}
