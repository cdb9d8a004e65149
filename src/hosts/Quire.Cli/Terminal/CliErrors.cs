using Quire.Core.Errors;

namespace Quire.Cli.Terminal;

/// <summary>Makes the errors that the terminal itself finds.</summary>
internal static class CliErrors
{
    /// <summary>The call is wrong: exit code 2.</summary>
    public static QuireException WrongCall(string message, string? hint = null) => new(ErrorKind.Invalid, "wrong_call", message, hint);

    /// <summary>A file that was named cannot be read: exit code 1.</summary>
    public static QuireException Unreadable(string path, string reason) =>
        new(ErrorKind.NotFound, "file_unreadable", $"'{path}' cannot be read: {reason}.", "Check the path and its permissions.");

    /// <summary>Reads something from disk, and turns what the system says into an error of ours.</summary>
    public static T Reading<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unreadable(path, "there is no such file");
        }
        catch (UnauthorizedAccessException)
        {
            throw Unreadable(path, Directory.Exists(path) ? "it is a folder" : "access is denied");
        }
        catch (IOException error)
        {
            throw Unreadable(path, error.Message.TrimEnd('.'));
        }
    }
}
