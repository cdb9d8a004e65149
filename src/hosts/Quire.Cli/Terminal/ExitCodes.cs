using Quire.Core.Errors;

namespace Quire.Cli.Terminal;

/// <summary>The exit codes, and the one place that decides between them.</summary>
internal static class ExitCodes
{
    /// <summary>It is done.</summary>
    public const int Done = 0;

    /// <summary>The call was right, and it failed.</summary>
    public const int Failed = 1;

    /// <summary>The call is wrong.</summary>
    public const int WrongCall = 2;

    // Somebody else holds the folder that the call names: another call is needed, not another try.
    private const string FolderHeld = "store_locked";

    /// <summary>The exit code of an error.</summary>
    public static int Of(QuireError error) => error.Kind == ErrorKind.Invalid || error.Code == FolderHeld ? WrongCall : Failed;
}
