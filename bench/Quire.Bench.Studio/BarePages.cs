using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quire.Testing;

namespace Quire.Bench.Studio;

/// <summary>The peers: pages that do nothing but what is compared.</summary>
internal sealed class BarePages : IAsyncDisposable
{
    private readonly WebApplication _app;
    private byte[] _page = [];

    private BarePages(WebApplication app) => _app = app;

    /// <summary>Where they are, without a slash at the end.</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>The text of the bare editor.</summary>
    public string Text { get; set; } = "";

    /// <summary>Bundles the pages and serves them.</summary>
    public static async Task<BarePages> Start()
    {
        Bundle();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var pages = new BarePages(app);
        pages.Map(app);
        await app.StartAsync();
        return pages;
    }

    /// <summary>Makes the static page: so many files of these sizes, all named by the page itself.</summary>
    public void SetFiles(IReadOnlyList<int> sizes)
    {
        var html = new StringBuilder("<!doctype html><html><head><title>static</title>");
        foreach (var size in sizes)
            html.Append(CultureInfo.InvariantCulture, $"<link rel=\"preload\" as=\"fetch\" crossorigin href=\"/file?{size}-{html.Length}\">");
        _page = Encoding.UTF8.GetBytes(html.Append("</head><body></body></html>").ToString());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static void Bundle()
    {
        var start = new ProcessStartInfo("node", [RepositoryRoot.Combine("studio", "node_modules", "vite", "bin", "vite.js"), "build", "--config", "bench/vite.config.ts", "--logLevel", "error"])
        {
            WorkingDirectory = RepositoryRoot.Combine("studio"),
        };
        using var vite = Process.Start(start)!;
        vite.WaitForExit();
        if (vite.ExitCode != 0)
            throw new InvalidOperationException("The peers could not be bundled.");
    }

    private void Map(WebApplication app)
    {
        app.MapGet("/static", () => Results.Bytes(_page, "text/html"));
        app.MapGet("/file", (HttpRequest request) => Results.Bytes(Noise(int.Parse(request.QueryString.Value![1..].Split('-')[0], CultureInfo.InvariantCulture)), "application/octet-stream"));
        app.MapGet("/{name}.js", (string name) => Results.Bytes(File.ReadAllBytes(RepositoryRoot.Combine("artifacts", "bench", "bare", $"{name}.js")), "text/javascript"));
        app.MapGet("/bare/{name}", (string name) => Results.Content($"<!doctype html><html><head><title>{name}</title></head><body><div id=\"root\"></div><script type=\"module\" src=\"/{name}.js\"></script></body></html>", "text/html"));
        app.MapGet("/bare/text", () => Results.Text(Text));
    }

    // What is served has been compressed before; noise stands for it.
    private static byte[] Noise(int size) => RandomNumberGenerator.GetBytes(size);
}
