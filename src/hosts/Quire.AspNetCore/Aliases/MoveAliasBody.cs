using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Aliases;

/// <summary>Where an alias shall point on many prompts.</summary>
internal sealed record MoveAliasBody
{
    /// <summary>The folder whose prompts, at any depth, are meant; empty for the whole project.</summary>
    public string? Folder { get; init; }

    /// <summary>The paths of the prompts, in place of a folder.</summary>
    public IReadOnlyList<string>? Paths { get; init; }

    /// <summary>The number of the version; absent for the latest one of each prompt.</summary>
    public long? Version { get; init; }

    /// <summary>Another alias: each prompt's version that it names is meant. Prompts of a folder that lack it are left alone and listed.</summary>
    public string? From { get; init; }

    /// <summary>Whether the alias is removed.</summary>
    public bool Remove { get; init; }

    /// <summary>The versions that the caller saw the alias on, by path, 0 for none; a path that is not there is not checked.</summary>
    public IReadOnlyDictionary<string, long>? Expected { get; init; }

    /// <summary>The breaks of merge points that the caller accepts, as a refusal named them.</summary>
    public IReadOnlyList<string>? AcceptBreaks { get; init; }

    /// <summary>The wish as Core takes it.</summary>
    /// <exception cref="QuireException"><c>invalid_selector</c>.</exception>
    public AliasBulk ToWish(string alias, Idempotency? idempotency) => new()
    {
        Alias = alias,
        Prompts = new PromptChoice { Folder = Folder, Paths = Paths },
        Target = Target(),
        Expected = Expected,
        AcceptedBreaks = AcceptBreaks ?? [],
        Idempotency = idempotency,
    };

    private AliasTarget? Target()
    {
        if ((Version is null ? 0 : 1) + (From is null ? 0 : 1) + (Remove ? 1 : 0) > 1)
            throw new QuireException(ErrorKind.Invalid, "invalid_selector", "More than one of version, from and remove is given.", "Give one of them, or none for the latest version.");
        return Remove ? null : From is null ? new AliasTarget(Version) : AliasTarget.Of(From);
    }
}
