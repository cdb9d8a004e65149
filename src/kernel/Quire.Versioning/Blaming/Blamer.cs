using Quire.Versioning.Diffs;
using Quire.Versioning.Diffs.Lines;
using Quire.Versioning.History;
using Quire.Versioning.Merging.Renames;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Blaming;

/// <summary>
/// Tells for every line of a file which commit brought it. Lines are handed from a commit to its parents as long as the parents have them;
/// what no parent has, the commit brought. Answers come as they are found, newest commits first.
/// </summary>
public sealed class Blamer
{
    private readonly CommitHistory _history;
    private readonly BlameOptions _options;
    private readonly Dictionary<(ObjectId, string), BlameOrigin> _open = [];
    private readonly PriorityQueue<BlameOrigin, (long, long)> _queue = new();
    private long _order;

    private Blamer(CommitHistory history, BlameOptions options)
    {
        _history = history;
        _options = options;
    }

    /// <summary>Traces the lines of a file.</summary>
    /// <param name="history">The store.</param>
    /// <param name="commit">The commit whose file is asked about.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">How; null for git's way.</param>
    /// <returns>The answers, as they are found; together they cover the lines of interest once. None where there is no such file.</returns>
    public static IEnumerable<BlameSpan> Trace(CommitHistory history, ObjectId commit, string path, BlameOptions? options = null) =>
        new Blamer(history, options ?? new BlameOptions()).Trace(history.Node(commit), path);

    /// <summary>The commit of every line of interest, in order; neighbours of one origin are joined.</summary>
    public static IReadOnlyList<BlameSpan> TraceAll(CommitHistory history, ObjectId commit, string path, BlameOptions? options = null)
    {
        var joined = new List<BlameSpan>();
        foreach (var span in Trace(history, commit, path, options).OrderBy(s => s.Line))
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Commit == span.Commit && last.Path == span.Path && last.Line + last.Count == span.Line && last.OriginalLine + last.Count == span.OriginalLine)
                joined[^1] = last with { Count = last.Count + span.Count };
            else
                joined.Add(span);
        }
        return joined;
    }

    private IEnumerable<BlameSpan> Trace(CommitNode commit, string path)
    {
        if (FileAt(commit, path) is not { } blob)
            yield break;
        var lines = new LineTable(1024).Add(_history.Source.ReadBlob(blob)).Count;
        var first = Math.Clamp(_options.FirstLine, 0, lines);
        var count = Math.Min(_options.LineCount, lines - first);
        if (count > 0)
            Hand(commit, path, blob, [new BlameOrigin.Piece(first, count, first)]);
        for (var compared = 0; _queue.TryDequeue(out var origin, out _); compared++)
        {
            _options.Cancellation.ThrowIfCancellationRequested();
            _open.Remove((origin.Commit.Id, origin.Path));
            if (compared < _options.MaxCommits)
                HandToParents(origin);
            foreach (var piece in origin.Pieces)
                yield return new BlameSpan(piece.Line, piece.Count, origin.Commit.Id, origin.Path, piece.OriginalLine);
        }
    }

    private void HandToParents(BlameOrigin origin)
    {
        var candidates = new List<(CommitNode Parent, string Path, ObjectId Blob)>();
        foreach (var id in Parents(origin.Commit))
        {
            var parent = _history.Node(id);
            if (FileAt(parent, origin.Path) is { } blob)
                candidates.Add((parent, origin.Path, blob));
        }
        if (TryHandWhole(origin, candidates))
            return;
        // Where a parent lacks the path, the file may have been moved there.
        if (_options.FollowRenames)
        {
            foreach (var id in Parents(origin.Commit))
            {
                if (candidates.Exists(c => c.Parent.Id == id) || FindRename(_history.Node(id), origin) is not { } source)
                    continue;
                candidates.Add((_history.Node(id), source.Path, source.Id));
            }
            if (TryHandWhole(origin, candidates))
                return;
            var order = origin.Commit.Parents.ToList();
            candidates = [.. candidates.OrderBy(c => order.IndexOf(c.Parent.Id))];
        }
        var tried = new HashSet<(ObjectId, string)>();
        foreach (var (parent, path, blob) in candidates)
        {
            if (origin.Pieces.Count > 0 && tried.Add((blob, path)))
                HandCommonLines(origin, parent, path, blob);
        }
    }

    private IEnumerable<ObjectId> Parents(CommitNode commit) => _options.FirstParentOnly ? commit.Parents.Take(1) : commit.Parents;

    private bool TryHandWhole(BlameOrigin origin, List<(CommitNode Parent, string Path, ObjectId Blob)> candidates)
    {
        var same = candidates.FindIndex(c => c.Blob == origin.Blob);
        if (same < 0)
            return false;
        Hand(candidates[same].Parent, candidates[same].Path, origin.Blob, origin.Pieces);
        origin.Pieces = [];
        return true;
    }

    private void HandCommonLines(BlameOrigin origin, CommitNode parent, string path, ObjectId blob)
    {
        var diff = LineDiff.Compute(_history.Source.ReadBlob(blob), _history.Source.ReadBlob(origin.Blob));
        var kept = new List<BlameOrigin.Piece>();
        var handed = new List<BlameOrigin.Piece>();
        origin.Pieces.Sort((a, b) => a.OriginalLine.CompareTo(b.OriginalLine));
        var hunk = 0;
        foreach (var piece in origin.Pieces)
        {
            // Pieces do not overlap here, so hunks that end before one are done with.
            while (hunk < diff.Hunks.Count && diff.Hunks[hunk].NewEnd <= piece.OriginalLine)
                hunk++;
            Split(piece, diff.Hunks, hunk, kept, handed);
        }
        origin.Pieces = kept;
        if (handed.Count > 0)
            Hand(parent, path, blob, handed);
    }

    private static void Split(BlameOrigin.Piece piece, IReadOnlyList<DiffHunk> hunks, int hunk, List<BlameOrigin.Piece> kept, List<BlameOrigin.Piece> handed)
    {
        var line = piece.OriginalLine;
        var end = piece.OriginalLine + piece.Count;
        while (line < end)
        {
            var inHunk = hunk < hunks.Count && hunks[hunk].NewStart <= line && line < hunks[hunk].NewEnd;
            var stop = Math.Min(end, inHunk ? hunks[hunk].NewEnd : hunk < hunks.Count ? Math.Max(line, hunks[hunk].NewStart) : end);
            if (stop > line)
            {
                // Before the next hunk, or after the last one, the texts run in step.
                var shift = hunk < hunks.Count ? hunks[hunk].OldStart - hunks[hunk].NewStart : hunk > 0 ? hunks[hunk - 1].OldEnd - hunks[hunk - 1].NewEnd : 0;
                var part = new BlameOrigin.Piece(piece.Line + line - piece.OriginalLine, stop - line, inHunk ? line : line + shift);
                (inHunk ? kept : handed).Add(part);
            }
            line = stop;
            if (hunk < hunks.Count && line >= hunks[hunk].NewEnd)
                hunk++;
        }
    }

    private void Hand(CommitNode commit, string path, ObjectId blob, List<BlameOrigin.Piece> pieces)
    {
        if (!_open.TryGetValue((commit.Id, path), out var origin))
        {
            _open.Add((commit.Id, path), origin = new BlameOrigin(commit, path, blob));
            _queue.Enqueue(origin, (-commit.Time, _order++));
        }
        origin.Pieces.AddRange(pieces);
    }

    private TreeFile? FindRename(CommitNode parent, BlameOrigin origin)
    {
        var side = new RenameSide();
        foreach (var change in TreeWalker.Diff(_history.Source, parent.Tree, origin.Commit.Tree))
        {
            if (change.New is { } file && change.Path == origin.Path)
                side.Added.Add(file);
            else if (change is { IsDeleted: true, Old: { } removed })
            {
                side.Removed.Add(removed);
                side.Relevant[removed.Path] = SourceRelevance.Content;
            }
        }
        var found = RenameFinder.Find(side, new Similarity(_history.Source), 1000, _options.Cancellation);
        return found.Count > 0 ? found[0].Old : null;
    }

    private ObjectId? FileAt(CommitNode commit, string path) =>
        TreeWalker.Find(_history.Source, commit.Tree, path) is { } entry && entry.Mode.IsRegular() ? entry.Id : null;
}
