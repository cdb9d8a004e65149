using Quire.Core.Errors;
using Quire.Core.Limits;

namespace Quire.Core.History;

/// <summary>What the messages of commits made by Quire have to be.</summary>
internal static class CommitMessages
{
    /// <summary>Refuses a message that a commit cannot carry; null is one that Quire will write itself.</summary>
    /// <exception cref="QuireException"><c>invalid_message</c>, <c>too_large</c>.</exception>
    public static void Check(string? message)
    {
        if (message is null)
            return;
        QuireLimits.MessageLength.Check(message.Length, "The message");
        if (string.IsNullOrWhiteSpace(message) || message.Contains('\0'))
            throw new QuireException(ErrorKind.Invalid, "invalid_message", "A commit's message is a text that is not empty and has no NUL.");
    }

    /// <summary>The message as git's tools end it.</summary>
    public static string EndWithNewline(string message) => message.EndsWith('\n') ? message : message + "\n";
}
