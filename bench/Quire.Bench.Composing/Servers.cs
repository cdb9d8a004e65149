using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quire.AspNetCore;
using Quire.Core.Access;
using Quire.Core.Changes;

namespace Quire.Bench.Composing;

/// <summary>The two servers that are compared, each in a process of its own. They print their port and key, and end when their input does.</summary>
internal static class Servers
{
    public const string Route = "/api/v1/orgs/main/projects/prompts/compose";

    /// <summary>Quire over a store in memory.</summary>
    public static async Task Quire()
    {
        await using var shop = await Shop.Open();
        await shop.Commit(FourLayers.Files);
        var keys = new KeyService(shop.Store, new ChangeSignal(), TimeProvider.System);
        var key = await keys.Create(shop.Owner, new NewKey { Name = "bench", Permissions = Permissions.Compose });
        var builder = Builder();
        builder.Services.AddQuire(new QuireOptions { Store = shop.Store });
        var app = builder.Build();
        app.MapQuire();
        await Serve(app, key.Secret);
    }

    /// <summary>An endpoint that reads the body and answers the bytes in a file.</summary>
    public static async Task Bare(string file)
    {
        var answer = await File.ReadAllBytesAsync(file);
        var app = Builder().Build();
        app.MapPost(Route, async (HttpContext context) =>
        {
            var buffer = new byte[4096];
            while (await context.Request.Body.ReadAsync(buffer) > 0)
            {
            }
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer);
        });
        await Serve(app, "none");
    }

    private static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder;
    }

    private static async Task Serve(WebApplication app, string key)
    {
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Console.WriteLine($"{address.Port} {key}");
        while (await Console.In.ReadLineAsync() is not null)
        {
        }
        await app.StopAsync();
    }
}
