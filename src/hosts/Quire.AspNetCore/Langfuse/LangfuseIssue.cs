using Quire.Core.Errors;

namespace Quire.AspNetCore.Langfuse;

/// <summary>What Langfuse's validator would say of a request.</summary>
internal static class LangfuseIssue
{
    /// <summary>A value that does not fit.</summary>
    /// <param name="path">The member or parameter.</param>
    /// <param name="message">What is wrong with it.</param>
    public static QuireException At(string path, string message) => new(new QuireError
    {
        Kind = ErrorKind.Invalid,
        Code = "langfuse_invalid",
        Message = message,
        Facts = new Dictionary<string, string> { ["path"] = path },
    });
}
