using Quire.Prompts.Names;

namespace Quire.Core.Errors;

/// <summary>Turns what the kernel says of a name into an error of the call.</summary>
public static class NameErrors
{
    /// <summary>The refusal of a name, path or address that came with the call.</summary>
    public static QuireException AsException(this NameError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new QuireException(new QuireError
        {
            Kind = ErrorKind.Invalid,
            Code = "invalid_name",
            Message = error.Message,
            Hint = error.Hint,
            Facts = new Dictionary<string, string> { ["rule"] = error.Code },
        });
    }
}
