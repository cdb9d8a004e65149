using System.Text.Json;
using Quire.Core.Audit;
using Quire.Core.Stores;
using Quire.Versioning.Objects;

namespace Quire.Core.Collecting;

/// <summary>The objects that the ledger names: every value that a branch or tag of the project ever had.</summary>
internal static class LedgerHolds
{
    private const int Page = 500;

    /// <summary>The objects that leaves after <paramref name="sequence"/> name.</summary>
    public static IEnumerable<ObjectId> Of(ISession session, long organisationId, long projectId, long sequence)
    {
        while (session.Ledger.List(organisationId, sequence, Page) is { Count: > 0 } page)
        {
            foreach (var id in page.SelectMany(leaf => Named(leaf, projectId)))
                yield return id;
            sequence = page[^1].Sequence;
        }
    }

    private static List<ObjectId> Named(LedgerLeaf leaf, long projectId)
    {
        using var body = JsonDocument.Parse(leaf.Body);
        var found = new List<ObjectId>();
        foreach (var move in body.RootElement.GetProperty("moves").EnumerateArray())
        {
            if (move.GetProperty("kind").GetString() is not ("branch" or "tag") || !move.TryGetProperty("project", out var project) || project.GetInt64() != projectId)
                continue;
            foreach (var side in (string[])["old", "new"])
            {
                if (move.GetProperty(side).GetString() is { } hex && ObjectId.TryParse(hex, out var id))
                    found.Add(id);
            }
        }
        return found;
    }
}
