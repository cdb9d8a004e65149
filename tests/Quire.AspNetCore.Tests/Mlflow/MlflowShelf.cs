using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Mlflow;

/// <summary>A server with eight prompts that tests only search.</summary>
public sealed class MlflowShelf : IAsyncLifetime
{
    private RunningQuire _quire = null!;

    public MlflowClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _quire = await RunningQuire.Start();
        Client = new MlflowClient(_quire.Client);
        await _quire.Commit([.. Enumerable.Range(1, 7).Select(number => ($"p{number}.prompt.md", $"Text {number}"))]);
        (await Client.CreateModel("Early", null, ("team", "Search"), ("_mlflow_experiment_ids", ",1,12,"), ("it's", "a `quote`"))).Should(HttpStatusCode.OK);
    }

    public ValueTask DisposeAsync() => _quire.DisposeAsync();
}
