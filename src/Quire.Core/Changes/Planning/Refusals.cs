using Quire.Prompts.Names;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Changes.Planning;

/// <summary>Makes findings of refused names.</summary>
internal static class Refusals
{
    /// <summary>The finding about a file whose name or kind is refused.</summary>
    public static Diagnostic Of(NameError error, string file) => new()
    {
        Code = error.Code,
        Severity = Severity.Error,
        Message = error.Message,
        Hint = error.Hint,
        File = file,
    };
}
