using System.Collections.ObjectModel;
using Quire.Core.Merging;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Errors;

/// <summary>A failure that a caller can act on: the thing, the reason and the way out.</summary>
public sealed record QuireError
{
    /// <summary>What sort of failure it is.</summary>
    public required ErrorKind Kind { get; init; }

    /// <summary>The stable code, for example <c>stale_head</c>. Codes are documented in docs/errors.md and never reused.</summary>
    public required string Code { get; init; }

    /// <summary>One sentence that names the thing and the reason.</summary>
    public required string Message { get; init; }

    /// <summary>The way out; null where there is none to name.</summary>
    public string? Hint { get; init; }

    /// <summary>Findings in contents, each with its place.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Further facts by name, for example both heads of a stale one.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The files that a merge could not settle, for an editor.</summary>
    public IReadOnlyList<MergedFile> Conflicts { get; init; } = [];

    /// <summary>The caller's texts merged with what others wrote meanwhile, where a save came too late.</summary>
    public IReadOnlyList<MergedFile> Merge { get; init; } = [];
}
