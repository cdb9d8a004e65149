using System.Diagnostics;
using System.Globalization;

namespace Quire.Testing.Processes;

/// <summary>The real git in one folder, cut off from the configuration of the machine, with a fixed person and a clock that ticks per commit.</summary>
/// <param name="folder">The work tree or bare repository.</param>
public sealed class GitCli(string folder)
{
    private const long FirstSecond = 1_767_225_600; // 2026-01-01 00:00:00 UTC
    private long _ticks;

    /// <summary>The folder that commands run in.</summary>
    public string Folder { get; } = folder;

    /// <summary>Makes a repository with branch <c>main</c>.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="bare">Without a work tree.</param>
    public static GitCli Init(string folder, bool bare = false)
    {
        var git = new GitCli(folder);
        git.Run(bare ? ["init", "--quiet", "--bare", "."] : ["init", "--quiet", "."]);
        return git;
    }

    /// <summary>Runs git and answers its output without the last line end.</summary>
    /// <param name="arguments">The arguments, not quoted.</param>
    /// <exception cref="InvalidOperationException">git failed; the text shows what it printed.</exception>
    public string Run(params string[] arguments) => Try(arguments).OrThrow($"git {string.Join(' ', arguments)}").Output.TrimEnd('\n');

    /// <summary>Runs git with standard input and answers its output without the last line end.</summary>
    /// <param name="input">What git reads.</param>
    /// <param name="arguments">The arguments, not quoted.</param>
    public string RunWithInput(ReadOnlyMemory<byte> input, params string[] arguments) =>
        ProcessRunner.Run(Start(arguments), input).OrThrow($"git {string.Join(' ', arguments)}").Output.TrimEnd('\n');

    /// <summary>Runs git and answers whatever comes, a failure too.</summary>
    /// <param name="arguments">The arguments, not quoted.</param>
    public ProcessOutput Try(params string[] arguments) => ProcessRunner.Run(Start(arguments));

    /// <summary>Runs git and answers its output as bytes.</summary>
    /// <param name="arguments">The arguments, not quoted.</param>
    /// <exception cref="InvalidOperationException">git failed.</exception>
    public byte[] RunBytes(params string[] arguments)
    {
        using var process = Process.Start(Start(arguments)) ?? throw new InvalidOperationException("git did not start");
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.ToArray()
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {errors.GetAwaiter().GetResult()}");
    }

    /// <summary>Commits everything in the work tree, one second after the commit before, and answers the commit's id.</summary>
    /// <param name="message">The message.</param>
    public string CommitAll(string message)
    {
        Run("add", "--all");
        _ticks++;
        Run("commit", "--quiet", "--allow-empty", "--message", message);
        return Run("rev-parse", "HEAD");
    }

    private ProcessStartInfo Start(string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in Isolation())
            start.Environment[name] = value;
        return start;
    }

    private IEnumerable<(string Name, string Value)> Isolation()
    {
        var date = string.Create(CultureInfo.InvariantCulture, $"{FirstSecond + _ticks} +0000");
        return
        [
            ("HOME", Folder), ("XDG_CONFIG_HOME", Folder), ("LC_ALL", "C"), ("TZ", "UTC"),
            ("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_CONFIG_GLOBAL", OperatingSystem.IsWindows() ? "NUL" : "/dev/null"), ("GIT_TERMINAL_PROMPT", "0"),
            ("GIT_AUTHOR_NAME", "Ada"), ("GIT_AUTHOR_EMAIL", "ada@example.org"), ("GIT_AUTHOR_DATE", date),
            ("GIT_COMMITTER_NAME", "Ada"), ("GIT_COMMITTER_EMAIL", "ada@example.org"), ("GIT_COMMITTER_DATE", date),
            ("GIT_CONFIG_COUNT", "4"),
            ("GIT_CONFIG_KEY_0", "init.defaultBranch"), ("GIT_CONFIG_VALUE_0", "main"),
            ("GIT_CONFIG_KEY_1", "core.autocrlf"), ("GIT_CONFIG_VALUE_1", "false"),
            ("GIT_CONFIG_KEY_2", "gc.auto"), ("GIT_CONFIG_VALUE_2", "0"),
            // A build machine may own the work tree by another name than the one it runs tests under.
            ("GIT_CONFIG_KEY_3", "safe.directory"), ("GIT_CONFIG_VALUE_3", "*"),
        ];
    }
}
