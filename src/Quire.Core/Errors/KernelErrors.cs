using Quire.Versioning;

namespace Quire.Core.Errors;

/// <summary>Turns errors of the versioning kernel into errors of the call.</summary>
public static class KernelErrors
{
    /// <summary>The error as callers see it, with the kernel's code as a fact.</summary>
    public static QuireException Wrap(VersioningException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new QuireException(new QuireError
        {
            Kind = ErrorKind.Rejected,
            Code = "rejected",
            Message = error.Message,
            Hint = error.Hint,
            Facts = new Dictionary<string, string> { ["rule"] = error.Code },
        });
    }
}
