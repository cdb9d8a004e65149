using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Mlflow;

/// <summary>Tests that each have a server of their own, and its owner's client.</summary>
public abstract class MlflowServer : IAsyncLifetime
{
    protected RunningQuire Server { get; private set; } = null!;

    protected MlflowClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await RunningQuire.Start();
        Client = new MlflowClient(Server.Client);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
