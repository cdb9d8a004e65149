using System.Text.Json;
using Quire.Acceptance.Tests.Support;

namespace Quire.Acceptance.Tests.Linearizing;

/// <summary>One of the clients: works until the time is over, and notes what it does and sees.</summary>
internal abstract class Client(Server server, Recorder recorder, int number)
{
    protected const string Main = "branch main";
    protected const string Alias = "alias production";

    /// <summary>The server.</summary>
    protected Server Server { get; } = server;

    /// <summary>Where it notes what it does and sees.</summary>
    protected Recorder Recorder { get; } = recorder;

    /// <summary>Which client it is.</summary>
    protected int Number { get; } = number;

    /// <summary>Works until the time is over.</summary>
    public async Task Run(CancellationToken over)
    {
        await Prepare();
        for (var round = 1; !over.IsCancellationRequested; round++)
            await Work(round);
        await Finish();
    }

    /// <summary>What comes first.</summary>
    protected virtual Task Prepare() => Task.CompletedTask;

    /// <summary>One piece of work.</summary>
    protected abstract Task Work(int round);

    /// <summary>What comes last, when most of the others have stopped.</summary>
    protected virtual Task Finish() => Task.CompletedTask;

    /// <summary>The head of main.</summary>
    protected async Task<string> ReadHead()
    {
        var invoked = Recorder.Now;
        var (status, body) = await Server.Send(HttpMethod.Get, "branches/main");
        status.ShouldBe(200);
        var head = body.GetProperty("head").GetString()!;
        Recorder.Read(Main, head, invoked);
        return head;
    }

    /// <summary>Commits to a branch; null where the head had moved.</summary>
    protected async Task<JsonElement?> Commit(string branch, string? expected, params (string Path, string Text)[] files)
    {
        var invoked = Recorder.Now;
        var (status, body) = await Server.Send(HttpMethod.Post, "commits", new
        {
            message = $"Client {Number}",
            branch,
            expectedHead = expected,
            changes = files.Select(file => new { path = file.Path, content = file.Text }),
        });
        if (status == 409)
        {
            expected.ShouldNotBeNull(body.ToString());
            body.GetProperty("code").GetString().ShouldBe("stale_head", body.ToString());
            Recorder.Read($"branch {branch}", body.GetProperty("actualHead").GetString()!, invoked);
            Recorder.Count("commits refused as stale");
            return null;
        }
        status.ShouldBe(201, body.ToString());
        Recorder.Wrote($"branch {branch}", body.GetProperty("head").GetString()!, invoked, expected);
        Recorder.Count("commits");
        return body;
    }
}
