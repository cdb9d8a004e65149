using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Merging.Renames;

/// <summary>
/// Finds which removed file became which added one, in git's steps: equal content first, then files of one name that are alike enough, then
/// the best pairs of all that is left, as long as that is not too many.
/// </summary>
internal sealed class RenameFinder
{
    private const int MinimumScore = Similarity.Full / 2;
    private const int MinimumScoreByName = Similarity.Full * 3 / 4;
    private const int CandidatesPerTarget = 4;
    private const int EqualSourcesTried = 100;

    private readonly RenameSide _side;
    private readonly Similarity _similarity;
    private readonly int _limit;
    private readonly CancellationToken _cancellation;
    private readonly List<TreeFile> _targets;
    private readonly TreeFile?[] _sourceOf;
    private readonly FolderMoves _moves;
    private List<TreeFile> _sources;
    private int _found;

    private RenameFinder(RenameSide side, Similarity similarity, int limit, CancellationToken cancellation)
    {
        _side = side;
        _similarity = similarity;
        _limit = limit;
        _cancellation = cancellation;
        // Empty files are alike without being related.
        _targets = side.Added.FindAll(f => f.Id != ObjectId.EmptyBlob);
        _sources = side.Removed.FindAll(f => f.Id != ObjectId.EmptyBlob);
        _sourceOf = new TreeFile?[_targets.Count];
        _moves = new FolderMoves(side.RemovedFolders);
    }

    /// <summary>The renames of one side, in the order of the added files; each removed file takes part once.</summary>
    /// <param name="side">What came and went.</param>
    /// <param name="similarity">The measure.</param>
    /// <param name="limit">Where more than its square of pairs would have to be compared, only the first two steps are taken.</param>
    /// <param name="cancellation">The time budget.</param>
    public static List<(TreeFile Old, TreeFile New)> Find(RenameSide side, Similarity similarity, int limit, CancellationToken cancellation)
    {
        var finder = new RenameFinder(side, similarity, limit, cancellation);
        if (finder._targets.Count > 0 && finder._sources.Count > 0)
            finder.Run();
        var renames = new List<(TreeFile, TreeFile)>(finder._found);
        for (var i = 0; i < finder._targets.Count; i++)
        {
            if (finder._sourceOf[i] is { } source)
                renames.Add((source, finder._targets[i]));
        }
        return renames;
    }

    private void Run()
    {
        MatchEqual();
        for (var i = 0; i < _targets.Count; i++)
        {
            if (_sourceOf[i] is { } source)
                _moves.Count(source.Path, _targets[i].Path);
        }
        _moves.Guess();
        MatchNames();
        _sources.RemoveAll(s => !_side.Relevant.ContainsKey(s.Path));
        _moves.DropSettled(_sources, _side.Relevant);
        var open = _targets.Count - _found;
        if (open > 0 && _sources.Count > 0 && (long)open * _sources.Count <= (long)_limit * _limit)
            MatchBest();
    }

    private void Pair(int target, TreeFile source)
    {
        _sourceOf[target] = source;
        _found++;
    }

    private void MatchEqual()
    {
        var byId = new Dictionary<ObjectId, LinkedList<TreeFile>>();
        foreach (var source in _sources)
        {
            if (!byId.TryGetValue(source.Id, out var equal))
                byId.Add(source.Id, equal = new LinkedList<TreeFile>());
            equal.AddLast(source);
        }
        var used = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _targets.Count; i++)
        {
            if (!byId.TryGetValue(_targets[i].Id, out var equal) || BestEqual(equal, _targets[i]) is not { } node)
                continue;
            Pair(i, node.Value);
            used.Add(node.Value.Path);
            equal.Remove(node);
        }
        _sources = _sources.FindAll(s => !used.Contains(s.Path));
    }

    private static LinkedListNode<TreeFile>? BestEqual(LinkedList<TreeFile> equal, TreeFile target)
    {
        LinkedListNode<TreeFile>? first = null;
        var tried = 0;
        for (var node = equal.First; node is not null && tried < EqualSourcesTried; node = node.Next)
        {
            var regular = node.Value.Mode.IsRegular() && target.Mode.IsRegular();
            if (!regular && node.Value.Mode != target.Mode)
                continue;
            if (HasSameName(node.Value, target))
                return node;
            first ??= node;
            tried++;
        }
        return first;
    }

    private void MatchNames()
    {
        var sourceNames = UniqueNames(_sources, _ => true);
        var targetNames = UniqueNames(_targets, i => _sourceOf[i] is null);
        var targetPaths = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _targets.Count; i++)
        {
            if (_sourceOf[i] is null)
                targetPaths[_targets[i].Path] = i;
        }
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in _sources)
        {
            var name = GitPath.Name(source.Path);
            if (!_side.Relevant.ContainsKey(source.Path) || !targetNames.TryGetValue(name, out var target))
                continue;
            if (sourceNames[name] < 0 || target < 0)
                target = _moves.GuessFor(source.Path) is { } guess && targetPaths.TryGetValue(guess, out var at) ? at : -1;
            if (target < 0 || _sourceOf[target] is not null || _similarity.Score(source, _targets[target], MinimumScoreByName) < MinimumScoreByName)
                continue;
            Pair(target, source);
            used.Add(source.Path);
        }
        _sources = _sources.FindAll(s => !used.Contains(s.Path));
    }

    // The index of the only file of a name; -1 where a name stands more than once.
    private static Dictionary<string, int> UniqueNames(List<TreeFile> files, Predicate<int> include)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < files.Count; i++)
        {
            if (!include(i))
                continue;
            var name = GitPath.Name(files[i].Path);
            names[name] = names.ContainsKey(name) ? -1 : i;
        }
        return names;
    }

    private void MatchBest()
    {
        var candidates = new List<Candidate>();
        for (var target = 0; target < _targets.Count; target++)
        {
            if (_sourceOf[target] is null)
                candidates.AddRange(BestFor(target));
        }
        var used = new bool[_sources.Count];
        // OrderBy is stable, as git's sort is.
        foreach (var candidate in candidates.OrderByDescending(c => c.Rank))
        {
            if (candidate.Score < MinimumScore)
                break;
            if (_sourceOf[candidate.Target] is not null || used[candidate.Source])
                continue;
            used[candidate.Source] = true;
            Pair(candidate.Target, _sources[candidate.Source]);
        }
    }

    // The best few sources of a target, in slots: which slot a source takes decides ties later.
    private IEnumerable<Candidate> BestFor(int target)
    {
        _cancellation.ThrowIfCancellationRequested();
        var slots = new Candidate?[CandidatesPerTarget];
        for (var source = 0; source < _sources.Count; source++)
        {
            var score = _similarity.Score(_sources[source], _targets[target], MinimumScore);
            var candidate = new Candidate(target, source, score, HasSameName(_sources[source], _targets[target]) ? 1 : 0);
            var worst = 0;
            for (var i = 1; i < slots.Length; i++)
            {
                if (Rank(slots[i]) < Rank(slots[worst]))
                    worst = i;
            }
            if (Rank(slots[worst]) < candidate.Rank)
                slots[worst] = candidate;
        }
        return slots.OfType<Candidate>();
    }

    private static int Rank(Candidate? candidate) => candidate?.Rank ?? -1;

    private static bool HasSameName(in TreeFile left, in TreeFile right) => GitPath.Name(left.Path) == GitPath.Name(right.Path);

    private sealed record Candidate(int Target, int Source, int Score, int SameName)
    {
        public int Rank => (Score * 2) + SameName;
    }
}
