namespace Quire.Prompts.Names;

/// <summary>Why a name, path or address was refused.</summary>
/// <param name="Code">The stable code (<c>QP1xxx</c> names and paths, <c>QP2xxx</c> addresses), listed in docs/prompt-files.md.</param>
/// <param name="Message">One sentence that names the thing and the reason.</param>
/// <param name="Hint">The way out; null where none is known.</param>
public sealed record NameError(string Code, string Message, string? Hint = null)
{
    /// <summary>The error on one line: <c>CODE: message (hint)</c>.</summary>
    public override string ToString() => Hint is null ? $"{Code}: {Message}" : $"{Code}: {Message} ({Hint})";
}
