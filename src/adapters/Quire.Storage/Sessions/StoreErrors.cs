using Quire.Core.Errors;

namespace Quire.Storage.Sessions;

/// <summary>The errors that both databases share.</summary>
internal static class StoreErrors
{
    public static InvalidOperationException ReadOnly(Exception inner) => new("Work that was given to Read tried to write; give it to Write.", inner);

    public static InvalidOperationException Constraint(string message, Exception inner) => new($"The database refused a row: {message}", inner);

    public static QuireException Closed() => new(ErrorKind.Unavailable, StoreCodes.Closed, "The store was closed.", "The server is stopping; try again when it is back.");

    public static QuireException Unavailable(string code, string message, string hint) => new(ErrorKind.Unavailable, code, message, hint);
}
