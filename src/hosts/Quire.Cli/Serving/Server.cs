using Microsoft.AspNetCore.Connections;
using Quire.Cli.Connecting;
using Quire.Cli.Hosting;
using Quire.Cli.Terminal;
using Quire.Core.Errors;
using Quire.Prompts.Tokens;

namespace Quire.Cli.Serving;

/// <summary>Runs a server from its start to the signal that ends it.</summary>
/// <param name="cli">Where it tells what people need to know.</param>
/// <param name="settings">What was asked for.</param>
internal sealed class Server(CliContext cli, ServeSettings settings)
{
    /// <summary>The environment variable that names the hosts beside the public internet that requests may leave to.</summary>
    public const string OutboundVariable = "QUIRE_ALLOW_OUTBOUND";

    private readonly RedisTier _redis = new(cli, settings);

    private bool IsThrowaway => settings is { Demo: true, Data: null, Database: null };

    /// <summary>Runs until it is cancelled.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var choices = Choices();
        var folder = settings.Database is not null ? null : IsThrowaway ? Directory.CreateTempSubdirectory("quire-demo-").FullName : DataFolders.Find(cli, settings.Data);
        try
        {
            var tokens = VocabularySettings.Read(cli, settings.Vocabularies, folder);
            await using var host = await RestHost.Open(settings.Database ?? folder!, cli.Clock, cancellation);
            var tier = _redis.Open(folder);
            using var redis = tier?.Cache;
            await Start(host, choices, Settings(folder, tokens) with { SecondTier = tier?.Tier }, cancellation);
            var address = ServerAddress.Reachable(host.Addresses);
            await Greet(host, address, folder, cancellation);
            host.Announce(address);
            await Stopped(cancellation);
        }
        finally
        {
            if (IsThrowaway)
                Directory.Delete(folder!, recursive: true);
        }
        return ExitCodes.Done;
    }

    // Several demonstrations may run at once; any other server is expected where it was asked for.
    private IReadOnlyList<IReadOnlyList<ListenUrl>> Choices() =>
        settings.Urls is { } given ? [ListenUrl.ParseAll(given)]
        : settings.Demo ? [.. ListenUrl.Candidates.Select(url => (IReadOnlyList<ListenUrl>)[url])]
        : [ListenUrl.ParseAll(ListenUrl.Default)];

    private async Task Start(RestHost host, IReadOnlyList<IReadOnlyList<ListenUrl>> choices, RestSettings how, CancellationToken cancellation)
    {
        foreach (var urls in choices)
        {
            try
            {
                await host.Start(kestrel => urls.ToList().ForEach(url => url.Apply(kestrel)), how with { Hosts = Hosts(urls) }, cancellation);
                return;
            }
            catch (IOException error) when (error.InnerException is AddressInUseException)
            {
                // The next choice may be free.
            }
        }
        throw new QuireException(ErrorKind.Unavailable, "address_in_use", $"Another program listens on {string.Join(" or ", choices[0])}.", "Listen elsewhere, for example with --urls http://127.0.0.1:7441");
    }

    private RestSettings Settings(string? folder, TokenCounter tokens) => new()
    {
        Tokens = tokens,
        AllowOutbound = settings.AllowOutbound is { Count: > 0 } named ? named : cli.Settings(OutboundVariable),
        Secrets = SecretsKey.Seal(cli, settings.SecretsKeyFile, folder),
        DeliverWebhooks = true,
    };

    private IReadOnlyList<string> Hosts(IReadOnlyList<ListenUrl> urls)
    {
        var named = cli.Settings("QUIRE_ALLOWED_HOSTS");
        return [.. urls.Select(url => url.Host).Where(name => name != "*").Concat(named).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private async Task Greet(RestHost host, string address, string? folder, CancellationToken cancellation)
    {
        var owner = await host.EnsureOwner(cancellation);
        if (settings.Demo)
        {
            await using var api = new QuireApi(new HttpClient { BaseAddress = new Uri(address + "/") }, host.Key);
            await new DemoProject(api).Fill(cancellation);
        }
        new Greeting(cli, address, folder, _redis.Options?.ToString()).Print(owner, IsThrowaway);
    }

    private async Task Stopped(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cli.Clock, cancellation);
        }
        catch (OperationCanceledException)
        {
            cli.Error.WriteLine("stopping");
        }
    }
}
