using System.Text.Json;
using Quire.Core.Changes;
using Quire.Core.Changes.Planning;
using Quire.Core.Contents;
using Quire.Core.Prompts;
using Quire.Prompts.Names;

namespace Quire.Core.Imports.Planning;

/// <summary>The aliases and annotations that an import moves: those that are not so already.</summary>
/// <param name="stored">The prompt; null for a new one.</param>
/// <param name="path">Its path.</param>
internal sealed class ImportMoves(StoredPrompt? stored, string path)
{
    /// <summary>The moves of an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="numbers">The numbers of its versions; null for one that was refused.</param>
    /// <param name="declared">The tags of the newest version's front matter.</param>
    public IReadOnlyList<Move> Of(ImportItem item, IReadOnlyList<long?> numbers, IReadOnlyList<string> declared) =>
        [.. Aliases(item, numbers), .. Tags(item, declared), .. VersionTags(item, numbers), .. Properties(item)];

    private IEnumerable<Move> Aliases(ImportItem item, IReadOnlyList<long?> numbers)
    {
        var wanted = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (version, number) in item.Versions.Zip(numbers))
        {
            foreach (var alias in number is { } standing && !IsDeleted(standing) ? version.Aliases.Where(IsName) : [])
                wanted[alias] = number!.Value;
        }
        return wanted.Where(alias => stored?.Alias(alias.Key) != alias.Value).Select(alias => new AliasMove(path, alias.Key, new AliasTarget(alias.Value)));
    }

    private static bool IsName(string alias) => AliasName.TryParse(alias, out _, out _);

    private bool IsDeleted(long number) => stored?.Versions.FirstOrDefault(version => version.Number == number) is { Tombstone: true };

    private IEnumerable<Move> Tags(ImportItem item, IReadOnlyList<string> declared)
    {
        if (item.Tags is not { } wanted || wanted.SequenceEqual(AnnotationView.Tags(stored?.Annotations ?? [], new PromptFacts { Tags = declared }), StringComparer.Ordinal))
            return [];
        return [Checked(new AnnotationMove(path, 0, AnnotationKeys.Tags, JsonSerializer.Serialize(wanted)))];
    }

    private IEnumerable<Move> VersionTags(ImportItem item, IReadOnlyList<long?> numbers)
    {
        foreach (var (version, number) in item.Versions.Zip(numbers))
        {
            if (number is { } at && Changed(version.Tags, AnnotationView.VersionTags(stored?.Annotations ?? [], at)) is { Count: > 0 } entries)
                yield return Checked(new AnnotationEntriesMove(path, at, AnnotationKeys.VersionTags, entries), entries);
        }
    }

    private IEnumerable<Move> Properties(ImportItem item)
    {
        var annotations = stored?.Annotations ?? [];
        if (Changed(item.Properties, AnnotationView.Properties(annotations)) is { Count: > 0 } entries)
            yield return Checked(new AnnotationEntriesMove(path, 0, AnnotationKeys.Properties, entries), entries);
        if (item.Description is { } description && description != AnnotationView.Description(annotations, null))
            yield return Checked(new AnnotationMove(path, 0, AnnotationKeys.Description, JsonSerializer.Serialize(description)));
    }

    private static Dictionary<string, string?> Changed(IReadOnlyDictionary<string, string> wanted, IReadOnlyDictionary<string, string> there) =>
        wanted.Where(entry => !there.TryGetValue(entry.Key, out var value) || value != entry.Value).ToDictionary(entry => entry.Key, string? (entry) => entry.Value, StringComparer.Ordinal);

    // What the write door would refuse is told of the item instead of the whole import.
    private static AnnotationMove Checked(AnnotationMove move)
    {
        AnnotationValues.Check(move.Key, move.Value!);
        return move;
    }

    private static AnnotationEntriesMove Checked(AnnotationEntriesMove move, Dictionary<string, string?> entries)
    {
        AnnotationValues.Check(move.Key, JsonSerializer.Serialize(entries));
        return move;
    }
}
