using Quire.Core.Errors;
using Quire.Core.Seeding;

namespace Quire.AspNetCore.Seeding;

/// <summary>The default prompts of an application.</summary>
internal sealed record SeedBody
{
    private const int Current = 1;

    /// <summary>The version of the manifest's form; absent for 1, which is the only one.</summary>
    public int? Version { get; init; }

    /// <summary>The prompts, by what the application calls them.</summary>
    public required IReadOnlyDictionary<string, SeedItemBody> Prompts { get; init; }

    /// <summary>The paths in the registry, by what the application calls the prompts; a name that is not there is the path itself.</summary>
    public IReadOnlyDictionary<string, string>? Renames { get; init; }

    /// <summary>The aliases of prompts that name none.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>The commit's message.</summary>
    public string? Message { get; init; }

    /// <summary>Whether nothing is written, and the answer says what would be.</summary>
    public bool DryRun { get; init; }

    /// <summary>The manifest as Core takes it.</summary>
    /// <exception cref="QuireException"><c>invalid_manifest</c>, <c>invalid_prompt</c>.</exception>
    public SeedManifest ToManifest() => Version is null or Current
        ? new SeedManifest
        {
            Items = [.. Prompts.Select(prompt => (prompt.Value ?? new SeedItemBody()).ToItem(prompt.Key))],
            Renames = Renames ?? new Dictionary<string, string>(),
            Aliases = Aliases ?? [],
            Message = Message,
        }
        : throw new QuireException(ErrorKind.Invalid, "invalid_manifest", $"The manifest has the version {Version}; only {Current} is known.", $"Write 'version: {Current}', or use a newer server.");
}
