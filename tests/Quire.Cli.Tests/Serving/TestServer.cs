using System.Text;
using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests.Serving;

/// <summary><c>quire serve</c> in this process, on a free port.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly HeardStream _output = new();
    private readonly StringWriter _errors = new();
    private readonly Task<int> _running;

    private TestServer(TestTerminal terminal, string[] arguments) =>
        _running = Task.Run(() => CommandLine.Run(arguments, terminal.Context(Stream.Null, _output, _errors), _stop.Token));

    /// <summary>Everything that it printed so far.</summary>
    public string Output => _output.Text;

    /// <summary>Starts; without arguments the throw-away demonstration.</summary>
    public static TestServer Start(TestTerminal terminal, params string[] arguments) =>
        new(terminal, ["serve", "--urls", "http://127.0.0.1:0", .. arguments.Length == 0 ? ["--demo"] : arguments]);

    /// <summary>Waits until it is ready.</summary>
    public async Task<Uri> Address()
    {
        await Task.WhenAny(_output.Ready, _running);
        _running.IsCompleted.ShouldBeFalse(_errors.ToString());
        return new Uri(Output.Split('\n')[0].Split(' ')[^1]);
    }

    /// <summary>The key that it showed.</summary>
    public string Key() => Output.Split('\n').Single(line => line.StartsWith("  key ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];

    /// <summary>Stops it as a signal does.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private sealed class HeardStream : MemoryStream
    {
        private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ready => _ready.Task;

        public string Text
        {
            get
            {
                lock (_ready)
                    return Encoding.UTF8.GetString(ToArray());
            }
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            lock (_ready)
                base.Write(buffer);
            if (Text.Contains("Stop with Ctrl+C", StringComparison.Ordinal))
                _ready.TrySetResult();
        }
    }
}
