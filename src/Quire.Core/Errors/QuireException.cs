namespace Quire.Core.Errors;

/// <summary>Carries a <see cref="QuireError"/> to the host that answers for it.</summary>
public sealed class QuireException : Exception
{
    /// <summary>Wraps an error.</summary>
    public QuireException(QuireError error)
        : base(error.Message) => Error = error;

    /// <summary>Makes an error of its parts and wraps it.</summary>
    public QuireException(ErrorKind kind, string code, string message, string? hint = null)
        : this(new QuireError { Kind = kind, Code = code, Message = message, Hint = hint })
    {
    }

    /// <summary>What went wrong.</summary>
    public QuireError Error { get; }
}
