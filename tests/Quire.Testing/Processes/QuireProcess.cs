using System.Buffers;
using System.Diagnostics;
using System.Text;

namespace Quire.Testing.Processes;

/// <summary>A running <c>quire</c> of this build, as a user starts it: its own process, its own output.</summary>
public sealed class QuireProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly SearchValues<char> AfterAddress = SearchValues.Create(" \t\"',;)");

    private readonly ProcessStartInfo _start;
    private readonly StringBuilder _output = new();
    private TaskCompletionSource<Uri?> _address = NewAddress();
    private Process _process;

    private QuireProcess(ProcessStartInfo start)
    {
        _start = start;
        _process = Launch();
    }

    /// <summary>
    /// The executable that the tests were built with: the copy beside the tests where their project references <c>Quire.Cli</c>, because
    /// coverage counts what that copy runs (until it is killed); else the one in the executable's own output folder.
    /// </summary>
    public static string Executable { get; } = FindExecutable();

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Everything printed since the last start, both streams in the order of arrival.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Starts it and goes on at once.</summary>
    /// <param name="folder">The current directory.</param>
    /// <param name="arguments">The arguments, not quoted.</param>
    public static QuireProcess Start(string folder, params string[] arguments) => new(StartInfo(folder, arguments));

    /// <summary>Starts it with further environment variables and goes on at once.</summary>
    /// <param name="folder">The current directory.</param>
    /// <param name="environment">Name and value; a null value removes.</param>
    /// <param name="arguments">The arguments, not quoted.</param>
    public static QuireProcess Start(string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        new(StartInfo(folder, arguments, environment));

    /// <summary>Runs it to its end.</summary>
    /// <param name="folder">The current directory.</param>
    /// <param name="arguments">The arguments, not quoted.</param>
    public static ProcessOutput Run(string folder, params string[] arguments) => ProcessRunner.Run(StartInfo(folder, arguments));

    /// <summary>Runs it to its end with standard input.</summary>
    /// <param name="folder">The current directory.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="arguments">The arguments, not quoted.</param>
    public static ProcessOutput RunWithInput(string folder, ReadOnlyMemory<byte> input, params string[] arguments) =>
        ProcessRunner.Run(StartInfo(folder, arguments), input);

    /// <summary>Waits until it prints the address that it listens on: the first <c>http://</c> or <c>https://</c> in its output.</summary>
    /// <exception cref="InvalidOperationException">It ended, or printed no address within a minute; the text shows what it printed.</exception>
    public async Task<Uri> WaitForAddressAsync()
    {
        var address = _address.Task;
        await Task.WhenAny(address, Task.Delay(Limit));
        return address.IsCompleted && await address is { } found
            ? found
            : throw new InvalidOperationException($"quire printed no address:\n{Output}");
    }

    /// <summary>Ends it as <c>kill -9</c> does and waits until it is gone.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit(Limit);
    }

    /// <summary>Asks it to end as Ctrl+C does and answers its exit code.</summary>
    /// <exception cref="TimeoutException">It did not end within a minute.</exception>
    public int Stop()
    {
        if (!HasExited)
            ProcessRunner.Run(_start.WorkingDirectory, "kill", "-INT", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)).OrThrow("kill");
        return _process.WaitForExit(Limit) ? _process.ExitCode : throw new TimeoutException($"quire did not end:\n{Output}");
    }

    /// <summary>Kills it where it still runs, and starts it again with the same arguments.</summary>
    public void Restart()
    {
        Kill();
        _process.Dispose();
        lock (_output)
            _output.Clear();
        _address = NewAddress();
        _process = Launch();
    }

    /// <summary>Kills it where it still runs.</summary>
    public void Dispose()
    {
        if (!HasExited)
            Kill();
        _process.Dispose();
    }

    private Process Launch()
    {
        var process = new Process { StartInfo = _start };
        var address = _address;
        process.OutputDataReceived += (_, received) => Hear(received.Data, address);
        process.ErrorDataReceived += (_, received) => Hear(received.Data, address: null);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Hear(string? line, TaskCompletionSource<Uri?>? address)
    {
        if (line is null)
        {
            address?.TrySetResult(null);
            return;
        }

        lock (_output)
            _output.AppendLine(line);
        if (AddressIn(line) is { } found)
            (address ?? _address).TrySetResult(found);
    }

    private static Uri? AddressIn(string line)
    {
        var start = line.IndexOf("http", StringComparison.Ordinal);
        if (start < 0)
            return null;
        var end = line.AsSpan(start).IndexOfAny(AfterAddress);
        var text = end < 0 ? line[start..] : line.Substring(start, end);
        return text.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;
    }

    private static ProcessStartInfo StartInfo(string folder, string[] arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        if (!File.Exists(Executable))
            throw new InvalidOperationException($"{Executable} is missing: build src/hosts/Quire.Cli first");
        var start = new ProcessStartInfo(Executable, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        if (Path.GetDirectoryName(Environment.ProcessPath) is { } host && File.Exists(Path.Combine(host, "dotnet")))
            start.Environment.TryAdd("DOTNET_ROOT", host);
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        return start;
    }

    private static string FindExecutable()
    {
        var name = OperatingSystem.IsWindows() ? "quire.exe" : "quire";
        var beside = Path.Combine(AppContext.BaseDirectory, name);
        return File.Exists(beside) ? beside : RepositoryRoot.Combine("artifacts", "bin", "Quire.Cli", Configuration(), name);
    }

    // artifacts/bin/X.Tests/debug/ → debug
    private static string Configuration() => new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Name;

    private static TaskCompletionSource<Uri?> NewAddress() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
