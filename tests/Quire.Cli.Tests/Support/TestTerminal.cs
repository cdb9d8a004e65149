using System.Text;
using System.Text.Json;
using Quire.Cli.Terminal;
using Quire.Testing;

namespace Quire.Cli.Tests.Support;

/// <summary>A terminal of its own for a test: a folder, an environment, and what a command printed.</summary>
internal sealed class TestTerminal : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <summary>The environment; the home folder lies in the test's own.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a person would read the output.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The current directory.</summary>
    public string Folder => _folder.Path;

    /// <summary>Writes a file relative to the current directory.</summary>
    public string Write(string path, string text) => _folder.Write(path, text);

    /// <summary>Writes a file relative to the current directory.</summary>
    public string Write(string path, ReadOnlySpan<byte> bytes) => _folder.Write(path, bytes);

    /// <summary>Runs a command without input.</summary>
    public Task<TestRun> Run(params string[] arguments) => RunWith("", arguments);

    /// <summary>Runs a command that must succeed, and answers its output.</summary>
    public async Task<string> Done(params string[] arguments)
    {
        var run = await Run(arguments);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run.Output;
    }

    /// <summary>Runs a command that must succeed, and answers its output as JSON.</summary>
    public async Task<JsonElement> Json(params string[] arguments) => JsonDocument.Parse(await Done([.. arguments, "--json"])).RootElement;

    /// <summary>Runs a command with input.</summary>
    public Task<TestRun> RunWith(string input, params string[] arguments) => RunWith(Encoding.UTF8.GetBytes(input), arguments);

    /// <summary>Runs a command with input.</summary>
    public async Task<TestRun> RunWith(byte[] input, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        var code = await CommandLine.Run(arguments, Context(new MemoryStream(input), output, errors), TestContext.Current.CancellationToken);
        return new TestRun(code, output.ToArray(), errors.ToString());
    }

    /// <summary>The context of a command.</summary>
    public CliContext Context(Stream input, Stream output, TextWriter errors) => new()
    {
        Input = input,
        Output = output,
        Error = errors,
        Folder = Folder,
        IsTerminal = IsTerminal,
        Clock = Clock,
        Variable = name => name == "HOME" ? Folder : Environment.GetValueOrDefault(name),
    };

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
