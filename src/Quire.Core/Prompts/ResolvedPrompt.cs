using System.Collections.ObjectModel;
using Quire.Core.Contents;
using Quire.Core.Organisations;
using Quire.Versioning.Objects;

namespace Quire.Core.Prompts;

/// <summary>What an address leads to: one immutable content, and the pointers that led there.</summary>
public sealed record ResolvedPrompt
{
    /// <summary>The project.</summary>
    public required Project Project { get; init; }

    /// <summary>The prompt; null where a branch holds a file that the default branch never had.</summary>
    public Prompt? Prompt { get; init; }

    /// <summary>The numbered version; null where the address names a tree whose content has no number.</summary>
    public PromptVersion? Version { get; init; }

    /// <summary>The prompt's path.</summary>
    public required string Path { get; init; }

    /// <summary>The file's path in the commit's tree.</summary>
    public required string FilePath { get; init; }

    /// <summary>The content's id.</summary>
    public required ObjectId Blob { get; init; }

    /// <summary>The commit whose tree holds the file, and everything it refers to.</summary>
    public required ObjectId Commit { get; init; }

    /// <summary>The file, byte for byte.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The file, read.</summary>
    public required ParsedFile Content { get; init; }

    /// <summary>The alias that the address named; null where it named none.</summary>
    public string? Alias { get; init; }

    /// <summary>The aliases of this version, by name.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>When an alias last came to this version; null where it has none.</summary>
    public DateTimeOffset? AliasedAt { get; init; }

    /// <summary>The tags: the annotation where one was set, else the front matter of <c>latest</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The category: the annotation where one was set, else the front matter of this version.</summary>
    public string? Category { get; init; }

    /// <summary>The version's model settings, overridden; null where there is no override.</summary>
    public string? ModelOverride { get; init; }

    /// <summary>The version's own tags, by key.</summary>
    public IReadOnlyDictionary<string, string> VersionTags { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
