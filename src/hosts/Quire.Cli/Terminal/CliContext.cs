using System.Text;

namespace Quire.Cli.Terminal;

/// <summary>What a command may touch of the process around it, so that tests can put something else there.</summary>
internal sealed class CliContext
{
    /// <summary>Standard input, as bytes.</summary>
    public required Stream Input { get; init; }

    /// <summary>Standard output, as bytes: results and nothing else.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error: messages for people.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The current directory.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether a person reads standard output.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>The environment.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The process that the command runs in.</summary>
    public static CliContext OfProcess() => new()
    {
        Input = Console.OpenStandardInput(),
        Output = Console.OpenStandardOutput(),
        Error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false), 1024) { AutoFlush = true },
        Folder = Environment.CurrentDirectory,
        IsTerminal = !Console.IsOutputRedirected,
        Variable = Environment.GetEnvironmentVariable,
    };

    /// <summary>The absolute path of something that was named relative to the current directory.</summary>
    public string PathOf(string path) => Path.GetFullPath(path, Folder);

    /// <summary>The words of an environment variable that lists some, separated by commas or semicolons.</summary>
    public IReadOnlyList<string> Settings(string name) => (Setting(name) ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The environment variable, or null where it is missing or empty.</summary>
    public string? Setting(string name) => Variable(name) is { Length: > 0 } value ? value : null;
}
