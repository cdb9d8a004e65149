using Quire.Core.Prompts;

namespace Quire.AspNetCore.Prompts;

/// <summary>A version as lists show it.</summary>
internal sealed record VersionEntry
{
    /// <summary>The number.</summary>
    public required long Version { get; init; }

    /// <summary>The commit that issued it.</summary>
    public required string Commit { get; init; }

    /// <summary>The content's git id.</summary>
    public required string Blob { get; init; }

    /// <summary>The file's path in that commit's tree.</summary>
    public required string File { get; init; }

    /// <summary>Its aliases.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Who wrote it, as the commit says.</summary>
    public required string Author { get; init; }

    /// <summary>The commit's message.</summary>
    public required string Message { get; init; }

    /// <summary>When the number was issued.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether the content does not parse.</summary>
    public required bool Invalid { get; init; }

    /// <summary>Its own tags, by key; absent where it has none.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>The stored version.</summary>
    public static VersionEntry Of(PromptVersion version, IEnumerable<string> aliases, IReadOnlyDictionary<string, string>? tags) => new()
    {
        Version = version.Number,
        Commit = version.Commit.ToString(),
        Blob = version.Blob.ToString(),
        File = version.FilePath,
        Aliases = [.. aliases],
        Author = version.Author,
        Message = version.Message,
        CreatedAt = version.CreatedAt,
        Invalid = version.Invalid,
        Tags = tags,
    };
}
