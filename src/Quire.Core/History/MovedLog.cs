using Quire.Core.Contents;
using Quire.Versioning.Commits;
using Quire.Versioning.History;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.History;

/// <summary>
/// The log of a file that goes on under its older paths. Where the oldest commit of a path is one that moved the file there, the log goes on
/// from that commit's first parent at the path before.
/// </summary>
internal static class MovedLog
{
    private const int MaxMoves = 100;
    private const char Separator = '~';

    /// <summary>One page.</summary>
    public static LogPage Page(IObjectSource source, ObjectId tip, string filePath, string? cursor, int limit, CancellationToken cancellation)
    {
        var history = new CommitHistory(source);
        var (start, path, inner) = cursor is null ? (tip, filePath, null) : Read(cursor);
        var commits = new List<Commit>();
        for (var moves = 0; moves < MaxMoves; moves++)
        {
            var query = new LogQuery { Path = path, PageSize = limit - commits.Count, Cursor = inner, Cancellation = cancellation };
            var page = LogWalk.Page(history, start, query);
            commits.AddRange(page.Commits.Select(node => source.ReadCommit(node.Id)));
            if (page.Next is not null)
                return new LogPage(commits, Write(start, path, page.Next));
            if (commits.Count == 0 || Before(source, history, commits[^1], path) is not { } before)
                return new LogPage(commits, null);
            (start, path, inner) = (commits[^1].Parents[0], before, null);
            if (commits.Count == limit)
                return new LogPage(commits, Write(start, path, ""));
        }
        return new LogPage(commits, null);
    }

    // Where the file stood before the commit: what the trailer says, else the one file of the same content that vanished.
    private static string? Before(IObjectSource source, CommitHistory history, Commit commit, string path)
    {
        if (commit.Parents.Count == 0)
            return null;
        var parent = history.Node(commit.Parents[0]).Tree;
        if (TreeWalker.Find(source, parent, path) is not null || TreeWalker.Find(source, commit.Tree, path) is not { } here)
            return null;
        var gone = TreeWalker.Diff(source, parent, commit.Tree).Where(change => change.IsDeleted).Select(change => change.Old!.Value).ToList();
        var name = ContentReader.NameOf(path);
        var told = Trailers.Moves(commit.Message).Where(move => ContentReader.NameOf(move.New) == name || move.New == name).Select(move => move.Old).FirstOrDefault();
        var moved = told is null ? [] : gone.Where(file => ContentReader.NameOf(file.Path) == told).ToList();
        var same = moved.Count == 1 ? moved : gone.Where(file => file.Id == here.Id && file.Id != ObjectId.EmptyBlob).ToList();
        return same.Count == 1 ? same[0].Path : null;
    }

    private static string Write(ObjectId start, string path, string inner) =>
        $"{start}{Separator}{Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(path))}{Separator}{inner}";

    private static (ObjectId Start, string Path, string? Inner) Read(string cursor)
    {
        var parts = cursor.Split(Separator, 3);
        try
        {
            if (parts.Length == 3 && ObjectId.TryParse(parts[0], out var start))
                return (start, System.Text.Encoding.UTF8.GetString(Convert.FromHexString(parts[1])), parts[2].Length == 0 ? null : parts[2]);
        }
        catch (FormatException)
        {
            // Not one of ours.
        }
        throw LogWalk.BadCursor();
    }
}
