using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quire.AspNetCore;
using Quire.Bench.Composing.Outages;
using Quire.Core.Access;
using Quire.Core.Caching;
using Quire.Core.Changes;
using Quire.Redis;

namespace Quire.Bench.Composing;

/// <summary>Servers that are measured, each in a process of its own. They print their port and key, and end when their input does.</summary>
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

    /// <summary>Quire over a data folder full of prompts, with a bound on its memory and with Redis.</summary>
    public static async Task Outage(string folder, int redis, int prompts, long memory)
    {
        await using var shop = await Shop.Open(location: folder);
        await OutagePrompts.Fill(shop, prompts);
        var keys = new KeyService(shop.Store, new ChangeSignal(), TimeProvider.System);
        var key = await keys.Create(shop.Owner, new NewKey { Name = "bench", Permissions = Permissions.All });
        using var tier = new RedisSecondTier(new RedisOptions { Host = "127.0.0.1", Port = redis });
        var seal = new SecondTierSeal("a secret of the run, of no use elsewhere"u8);
        // Every output that is not in memory asks Redis, so that its state matters as much as it can.
        var cache = new CacheOptions { MemoryBytes = memory, SecondTierFrom = TimeSpan.Zero };
        await OutagePrompts.FillRedis(shop, shop.Cold(cache, tier, seal), prompts);
        var builder = Builder();
        builder.Services.AddQuire(new QuireOptions { Store = shop.Store, Cache = cache, SecondTier = new SecondTier(tier, seal) });
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
