namespace Quire.Core.Errors;

/// <summary>What sort of failure it is. Hosts map it to status and exit codes in one place each.</summary>
public enum ErrorKind
{
    /// <summary>The call itself is wrong.</summary>
    Invalid,

    /// <summary>No key, or one that does not work.</summary>
    Unauthenticated,

    /// <summary>The key may not do this.</summary>
    Forbidden,

    /// <summary>It does not exist, or does not exist for this key.</summary>
    NotFound,

    /// <summary>It was deleted.</summary>
    Gone,

    /// <summary>Somebody else was first.</summary>
    Conflict,

    /// <summary>It is larger than the limit.</summary>
    TooLarge,

    /// <summary>The call is right, the content is refused; the diagnostics say where.</summary>
    Rejected,

    /// <summary>Not now: full, locked, out of reach.</summary>
    Unavailable,
}
