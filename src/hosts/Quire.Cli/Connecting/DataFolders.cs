using Quire.Cli.Terminal;

namespace Quire.Cli.Connecting;

/// <summary>Decides which data folder is meant.</summary>
internal static class DataFolders
{
    /// <summary>The folder of the call, else of the environment, else the platform's.</summary>
    public static string Find(CliContext cli, string? named)
    {
        if (named is { Length: 0 })
            throw CliErrors.WrongCall("--data names no folder.", "Write --data DIR");
        return (named ?? cli.Setting(StoreOptions.DataVariable)) is { } folder ? cli.PathOf(folder) : Default(cli);
    }

    // The variables that the platform's conventions name; read through the context, so that tests have a home of their own.
    private static string Default(CliContext cli)
    {
        var home = OperatingSystem.IsWindows()
            ? cli.Setting("LOCALAPPDATA")
            : cli.Setting("XDG_DATA_HOME") ?? (cli.Setting("HOME") is { } user ? Path.Combine(user, OperatingSystem.IsMacOS() ? "Library/Application Support" : ".local/share") : null);
        return home is not null
            ? Path.Combine(home, "quire")
            : throw CliErrors.WrongCall("There is no home folder to keep data in.", $"Name a folder with --data or {StoreOptions.DataVariable}.");
    }
}
