using System.Globalization;
using Quire.Core.Stores;

namespace Quire.Core.Changes;

/// <summary>Reads from the feed what caches need to know of changes that this process did not make.</summary>
internal static class MissedChanges
{
    // Further behind than this, one gap is cheaper than reading what fills it.
    private const int MaxRows = 500;

    /// <summary>The changes after <paramref name="known"/> in order, each once; a gap where they cannot be told one by one. None where nothing happened.</summary>
    public static IReadOnlyList<AppliedChange> Read(ISession session, long organisationId, long? known)
    {
        var last = session.Organisations.Get(organisationId)?.Sequence ?? 0;
        if (last <= known)
            return [];
        if (known is not { } before || last - before > MaxRows)
            return [AppliedChange.Gap(organisationId, last)];
        var rows = session.Feed.List(organisationId, before, int.MaxValue, MaxRows + 1);
        var changes = rows.Count > MaxRows ? [] : rows.GroupBy(row => row.Sequence).Select(change => Of(session, organisationId, [.. change])).ToList();
        return changes.Count == last - before ? changes : [AppliedChange.Gap(organisationId, last)];
    }

    private static AppliedChange Of(ISession session, long organisationId, IReadOnlyList<FeedRow> rows) =>
        new(organisationId, rows[0].ProjectId, rows[0].Sequence) { Paths = rows.All(row => IsAlone(session, row)) ? rows.Select(row => row.Path!).ToHashSet(StringComparer.Ordinal) : null };

    // As TouchedPaths says for changes of this process.
    private static bool IsAlone(ISession session, FeedRow row) => row is { ProjectId: { } project, PromptId: { } prompt, Path: not null } && row.Kind switch
    {
        "alias" => !Contributes(session, project, prompt, row.Old) && !Contributes(session, project, prompt, row.New),
        "annotation" => !IsTombstone(row.Name),
        _ => false,
    };

    private static bool IsTombstone(string name) => name == AnnotationKeys.Tombstone || name.StartsWith(AnnotationKeys.Tombstone + "@", StringComparison.Ordinal);

    private static bool Contributes(ISession session, long project, long prompt, string? number) =>
        number is not null && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && session.Versions.Find(project, prompt, known) is { Layer: not null };
}
