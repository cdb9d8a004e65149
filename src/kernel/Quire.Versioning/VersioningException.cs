namespace Quire.Versioning;

/// <summary>An error of the versioning kernel: a stable code, a sentence that names the thing and the reason, and the way out.</summary>
public sealed class VersioningException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="code">One of <see cref="VersioningCodes"/>.</param>
    /// <param name="message">One sentence that names the thing and the reason.</param>
    /// <param name="hint">The way out; null where none is known.</param>
    /// <param name="inner">What caused it, where something did.</param>
    public VersioningException(string code, string message, string? hint = null, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Hint = hint;
    }

    /// <summary>The stable code, one of <see cref="VersioningCodes"/>.</summary>
    public string Code { get; }

    /// <summary>The way out, in one sentence; null where none is known.</summary>
    public string? Hint { get; }

    /// <summary>The path, object id or reference that the error is about; null where there is none.</summary>
    public string? Subject { get; init; }
}
