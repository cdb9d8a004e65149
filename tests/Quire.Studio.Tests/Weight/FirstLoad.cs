using System.Collections.Concurrent;
using Microsoft.Playwright;
using Quire.Studio.Tests.Support;

namespace Quire.Studio.Tests.Weight;

/// <summary>What a browser with an empty cache receives until a screen can be used.</summary>
internal sealed class FirstLoad
{
    private readonly ConcurrentDictionary<string, (string Url, double? Bytes)> _received = [];
    private readonly TaskCompletionSource _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isUsable;

    /// <summary>Bytes on the wire, headers too.</summary>
    public double Bytes => _received.Values.Sum(item => item.Bytes ?? 0);

    /// <summary>The addresses that were asked for.</summary>
    public IReadOnlyList<string> Urls => [.. _received.Values.Select(item => item.Url)];

    /// <summary>What came, the largest first.</summary>
    public string Report => string.Join('\n', _received.Values.OrderByDescending(item => item.Bytes).Select(item => $"{item.Bytes,8} {item.Url}"));

    /// <summary>Opens a screen and waits until it is quiet.</summary>
    public static async Task<FirstLoad> Of(Visit visit, string path, Func<IPage, Task> usable)
    {
        var load = new FirstLoad();
        var session = await visit.Context.NewCDPSessionAsync(visit.Page);
        await session.SendAsync("Network.enable");
        session.Event("Network.requestWillBeSent").OnEvent += (_, data) =>
        {
            var request = data!.Value;
            load._received[request.GetProperty("requestId").GetString()!] = (request.GetProperty("request").GetProperty("url").GetString()!, null);
        };
        session.Event("Network.loadingFinished").OnEvent += (_, data) =>
        {
            var id = data!.Value.GetProperty("requestId").GetString()!;
            if (load._received.TryGetValue(id, out var asked))
                load._received[id] = (asked.Url, data.Value.GetProperty("encodedDataLength").GetDouble());
            load.Look();
        };
        // Asked for no longer, as an answer that a screen gave up on.
        session.Event("Network.loadingFailed").OnEvent += (_, data) =>
        {
            load._received.TryRemove(data!.Value.GetProperty("requestId").GetString()!, out var _);
            load.Look();
        };
        await visit.Go(path);
        await usable(visit.Page);
        // What the screen asks for once it stands is part of it.
        load._isUsable = true;
        load.Look();
        await Task.WhenAny(load._quiet.Task, Task.Delay(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        load._quiet.Task.IsCompleted.ShouldBeTrue(load.Report);
        return load;
    }

    // The change feed never ends.
    private void Look()
    {
        if (_isUsable && _received.Values.All(item => item.Bytes is not null || item.Url.Contains("/changes?after=", StringComparison.Ordinal)))
            _quiet.TrySetResult();
    }
}
