using Quire.Core.Contents;
using Quire.Versioning.Commits;
using Quire.Versioning.Objects;

namespace Quire.Core.Changes.Planning;

/// <summary>Reads the moves that the commits of one first-parent step tell of.</summary>
internal static class MoveTrailers
{
    private const int MaxSideCommits = 1_000;
    private const int MaxFolders = 100;

    /// <summary>The moves of prompts by the commit and, where it is a merge, by the commits that it brings.</summary>
    public static IReadOnlyList<(string From, string To)> Read(PlanningContext context, Commit commit) =>
        LimitFolders(Bring(context, commit).SelectMany(brought => Trailers.Moves(brought.Message)).Select(Names).OfType<(string From, string To)>());

    // Each folder is held against everything that vanished.
    private static List<(string From, string To)> LimitFolders(IEnumerable<(string From, string To)> moves)
    {
        var folders = 0;
        return [.. moves.Where(move => !move.From.EndsWith('/') || ++folders <= MaxFolders)];
    }

    /// <summary>The prompts that a move concerns: itself, or those that vanished from its folder.</summary>
    public static IEnumerable<(string From, string To)> Prompts((string From, string To) move, StepFiles files) => move.From.EndsWith('/')
        ? files.Vanished.Keys.Where(name => name.StartsWith(move.From, StringComparison.Ordinal)).Select(name => (name, move.To + name[move.From.Length..]))
        : [move];

    private static IEnumerable<Commit> Bring(PlanningContext context, Commit commit)
    {
        yield return commit;
        if (commit.Parents.Count < 2)
            yield break;
        var seen = new HashSet<ObjectId>();
        var waiting = new Queue<ObjectId>(commit.Parents.Skip(1));
        while (waiting.TryDequeue(out var id) && seen.Count < MaxSideCommits)
        {
            if (!seen.Add(id) || context.History.IsAncestor(id, commit.Parents[0]))
                continue;
            var side = context.Objects.ReadCommit(id);
            yield return side;
            foreach (var parent in side.Parents)
                waiting.Enqueue(parent);
        }
    }

    // A folder's trailer has a slash at the end of both sides.
    private static (string From, string To)? Names((string Old, string New) move) =>
        move.Old.EndsWith('/') && move.New.EndsWith('/') ? move :
        ContentReader.NameOf(move.Old) is { } from && ContentReader.NameOf(move.New) is { } to ? (from, to) : null;
}
