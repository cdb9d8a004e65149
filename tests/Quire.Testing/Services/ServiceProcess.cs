using System.Diagnostics;
using System.Text;

namespace Quire.Testing.Services;

/// <summary>
/// A server that lives no longer than the tests. A small shell holds the other end of a pipe: when the tests end, however they end,
/// the pipe closes, and the shell kills the server and removes its folder.
/// </summary>
internal sealed class ServiceProcess : IDisposable
{
    // $1 is the signal that ends the server, $2 the folder to remove, the rest is the command. The server must not inherit the pipe,
    // or it would never close. A pipe that closes without the word `keep` takes the folder along.
    private const string Guard = """
        signal=$1; folder=$2; shift 2
        "$@" </dev/null & server=$!
        read -r word
        kill -"$signal" $server 2>/dev/null; wait $server 2>/dev/null
        if [ -n "$folder" ] && [ "$word" != keep ]; then rm -rf "$folder"; fi
        """;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);

    private readonly Process _guard;
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource<bool> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _readyText;

    /// <summary>Starts the server and waits until it prints <paramref name="readyText"/>.</summary>
    /// <param name="prefix">What the guard runs under, for example <c>runuser -u postgres --</c>; often empty.</param>
    /// <param name="signal">What ends it at once: <c>KILL</c>, or <c>QUIT</c> for a server with children of its own.</param>
    /// <param name="folder">The folder that goes with the server; empty where it has none.</param>
    /// <param name="command">The server and its arguments.</param>
    /// <param name="readyText">Part of the line that says it listens.</param>
    /// <exception cref="InvalidOperationException">It ended, or did not get ready within two minutes; the text shows what it printed.</exception>
    public ServiceProcess(IEnumerable<string> prefix, string signal, string folder, IEnumerable<string> command, string readyText)
    {
        _readyText = readyText;
        string[] line = [.. prefix, "sh", "-c", Guard, "guard", signal, folder, .. command];
        _guard = new Process
        {
            StartInfo = new ProcessStartInfo(line[0], line[1..])
            {
                WorkingDirectory = Path.GetTempPath(),
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _guard.OutputDataReceived += (_, received) => Hear(received.Data);
        _guard.ErrorDataReceived += (_, received) => Hear(received.Data);
        _guard.Start();
        _guard.BeginOutputReadLine();
        _guard.BeginErrorReadLine();
        if (!_ready.Task.Wait(StartLimit) || !_ready.Task.Result)
        {
            Dispose();
            throw new InvalidOperationException($"{string.Join(' ', command)} did not start:\n{Log}");
        }
    }

    /// <summary>Everything it printed so far.</summary>
    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <summary>Ends the server at once, without giving it time to tidy up, and waits until it is gone. Its folder stays.</summary>
    public void Kill() => End("keep\n");

    /// <summary>Ends the server at once and removes its folder.</summary>
    public void Dispose() => End("");

    private void End(string word)
    {
        try
        {
            _guard.StandardInput.Write(word);
            _guard.StandardInput.Close();
        }
        catch (IOException)
        {
            // The guard has gone already.
        }

        _guard.WaitForExit(TimeSpan.FromSeconds(30));
        _guard.Dispose();
    }

    private void Hear(string? line)
    {
        lock (_log)
            _log.AppendLine(line);
        if (line is null)
            _ready.TrySetResult(false);
        else if (line.Contains(_readyText, StringComparison.Ordinal))
            _ready.TrySetResult(true);
    }
}
