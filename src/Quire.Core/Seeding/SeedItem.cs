using Quire.Prompts;

namespace Quire.Core.Seeding;

/// <summary>One default prompt of an application.</summary>
public sealed record SeedItem
{
    /// <summary>What the application calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The whole file.</summary>
    public required ReadOnlyMemory<byte> Source { get; init; }

    /// <summary>How the file is written down.</summary>
    public PromptFormat Format { get; init; } = PromptFormat.Markdown;

    /// <summary>The aliases that it gets when it is seeded; null for those of the manifest.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }
}
