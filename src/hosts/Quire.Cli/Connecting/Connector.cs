using System.Runtime.CompilerServices;
using Quire.Cli.Hosting;
using Quire.Cli.Terminal;
using Quire.Core.Errors;
using Quire.Storage;

namespace Quire.Cli.Connecting;

/// <summary>Opens the way to the prompts that a call means: a server, the server that holds the folder, or one started for this call.</summary>
/// <param name="cli">The clock and the environment.</param>
internal sealed class Connector(CliContext cli)
{
    private const int Attempts = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Opens the way.</summary>
    public Task<QuireApi> Open(StoreTarget target, CancellationToken cancellation) => target switch
    {
        StoreTarget.Server server => OpenServer(server, cancellation),
        StoreTarget.Folder folder => OpenFolder(folder, cancellation),
        _ => throw new InvalidOperationException(),
    };

    // The key says which organisation it belongs to, and which project it means.
    private static async Task<QuireApi> OpenServer(StoreTarget.Server target, CancellationToken cancellation)
    {
        var http = new HttpClient { BaseAddress = target.Address };
        await using var asking = new QuireApi(new HttpClient { BaseAddress = target.Address }, target.Key);
        var me = await asking.Get("api/v1/me", cancellation);
        return new QuireApi(http, target.Key)
        {
            Organisation = me.GetProperty("organisation").GetString()!,
            Project = target.Project ?? me.GetProperty("defaultProject").GetString()!,
        };
    }

    private async Task<QuireApi> OpenFolder(StoreTarget.Folder target, CancellationToken cancellation)
    {
        var project = target.Project ?? "prompts";
        for (var attempt = 1; ; attempt++)
        {
            if (DataFolder.TryReadHolder(target.Path) is { Address: { } address, Key: { } key })
                return new QuireApi(new HttpClient { BaseAddress = new Uri(address.TrimEnd('/') + "/") }, key) { Project = project };
            try
            {
                return await StartHere(target.Path, project, cancellation);
            }
            catch (QuireException error) when (error.Error.Code == StoreCodes.Locked && attempt < Attempts)
            {
                // Another command works on the folder and will be done soon, or a server starts and will say where it is.
                await Task.Delay(Pause, cli.Clock, cancellation);
            }
        }
    }

    // Apart, so that ASP.NET Core is loaded only when it is needed.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<QuireApi> StartHere(string folder, string project, CancellationToken cancellation)
    {
        var server = await PrivateServer.Start(folder, new RestSettings { Tokens = VocabularySettings.Read(cli, null, folder), AllowOutbound = cli.Settings(Serving.Server.OutboundVariable) }, cli.Clock, cancellation);
        return new QuireApi(server.CreateClient(), server.Key, server) { Project = project };
    }
}
