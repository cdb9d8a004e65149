using System.Globalization;
using Quire.Core.Changes;

namespace Quire.Core.Webhooks;

/// <summary>What webhooks are told of: rows of the feed, under the names that subscribers know.</summary>
public static class WebhookEvents
{
    /// <summary>A prompt has a new latest version.</summary>
    public const string VersionCreated = "version.created";

    /// <summary>An alias was set, moved or removed.</summary>
    public const string AliasMoved = "alias.moved";

    /// <summary>Another history was brought into a branch.</summary>
    public const string BranchMerged = "branch.merged";

    /// <summary>Somebody wants to see whether messages arrive.</summary>
    public const string Ping = "ping";

    /// <summary>What can be subscribed to; a ping comes to whomever it is sent to.</summary>
    public static IReadOnlyList<string> All { get; } = [AliasMoved, BranchMerged, VersionCreated];

    /// <summary>The rows that are events, each with its name.</summary>
    /// <param name="rows">Rows of the feed in order.</param>
    /// <param name="next">The row after them; null where there is none yet.</param>
    internal static IEnumerable<(string Event, FeedRow Row)> Of(IReadOnlyList<FeedRow> rows, FeedRow? next)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (NameOf(rows[i]) is { } name && !IsUndeletion(rows[i], i + 1 < rows.Count ? rows[i + 1] : next))
                yield return (name, rows[i]);
        }
    }

    /// <summary>The event of a row; null where it is none.</summary>
    public static string? NameOf(FeedRow row) => row.ProjectId is null ? null : row.Kind switch
    {
        "alias" => AliasMoved,
        "merge" => BranchMerged,
        "latest" when Number(row.New) > (Number(row.Old) ?? 0) => VersionCreated,
        _ => null,
    };

    /// <summary>A version's number as rows write it; null for none.</summary>
    internal static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // The latest number rises for two reasons: a new version, and an old one that is no longer deleted. The latter says so in the row after it.
    private static bool IsUndeletion(FeedRow row, FeedRow? next) =>
        row.Kind == "latest" && next is { Kind: "annotation", New: null } && next.Sequence == row.Sequence && next.PromptId == row.PromptId
        && next.Name == $"{AnnotationKeys.Tombstone}@{row.New}";

    /// <summary>What keeps its order: the prompt, else the branch.</summary>
    internal static string OrderKeyOf(FeedRow row) => row.PromptId is { } prompt
        ? FormattableString.Invariant($"prompt/{prompt}")
        : FormattableString.Invariant($"branch/{row.ProjectId}/{row.Name}");
}
