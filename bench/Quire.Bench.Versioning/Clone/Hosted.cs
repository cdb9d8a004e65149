using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quire.AspNetCore;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Organisations;
using Quire.Storage;

namespace Quire.Bench.Versioning.Clone;

/// <summary>Quire on a port of the loopback, over a data folder. It prints its port and a key, and ends when its input does.</summary>
internal static class Hosted
{
    public static async Task Run(string data)
    {
        await using var store = StoreFactory.Open(data, TimeProvider.System);
        var signal = new ChangeSignal();
        var organisation = await new ProjectService(store, signal, TimeProvider.System).EnsureFirst();
        var key = await new KeyService(store, signal, TimeProvider.System)
            .Create(Principal.Owner(organisation.Id, organisation.Name), new NewKey { Name = $"bench {Environment.ProcessId}", Permissions = Permissions.All });
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddQuire(new QuireOptions { Store = store });
        var app = builder.Build();
        app.MapQuire();
        await app.StartAsync();
        Console.WriteLine($"{new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port} {key.Secret}");
        while (await Console.In.ReadLineAsync() is not null)
        {
        }
        await app.StopAsync();
    }
}
