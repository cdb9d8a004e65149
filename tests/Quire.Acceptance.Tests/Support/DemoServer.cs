using Quire.Testing;

namespace Quire.Acceptance.Tests.Support;

/// <summary>The demonstration, shared by the tests of a class that only read from it.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    /// <summary>The current directory of commands.</summary>
    public string Folder => _folder.Path;

    /// <summary>The server.</summary>
    public Server Server { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Server = await Server.Start(Folder, "--demo");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
