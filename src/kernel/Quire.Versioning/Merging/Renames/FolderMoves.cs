using Quire.Versioning.Trees;

namespace Quire.Versioning.Merging.Renames;

/// <summary>
/// Counts where the files of removed folders went. The counts guess a partner for files whose names stand in many folders, and tell when
/// further files of a folder need not be looked at.
/// </summary>
internal sealed class FolderMoves
{
    // No folder is called so.
    private const string Unknown = "/";

    private readonly Dictionary<string, DirRelevance> _removed;
    private readonly Dictionary<string, Counts> _counts = new(StringComparer.Ordinal);
    private Dictionary<string, string> _guesses = [];

    public FolderMoves(Dictionary<string, DirRelevance> removedFolders) => _removed = removedFolders;

    /// <summary>Counts one rename, for its folder and those above it as long as both paths lose the same segments.</summary>
    public void Count(string oldPath, string newPath)
    {
        var isFirst = true;
        while (true)
        {
            var (oldName, newName) = (GitPath.Name(oldPath), GitPath.Name(newPath));
            oldPath = GitPath.Folder(oldPath);
            newPath = GitPath.Folder(newPath);
            if (!_removed.TryGetValue(oldPath, out var relevance) || (!isFirst && oldName != newName))
                return;
            if (relevance == DirRelevance.ForSelf || isFirst)
                Increment(oldPath, newPath);
            if (relevance == DirRelevance.None || oldPath.Length == 0 || newPath.Length == 0)
                return;
            isFirst = false;
        }
    }

    /// <summary>Settles for each folder where most of its files went so far.</summary>
    public void Guess() => _guesses = _counts.ToDictionary(e => e.Key, e => e.Value.Highest(), StringComparer.Ordinal);

    /// <summary>Where a file would be if its folder had moved as guessed; null without a guess.</summary>
    public string? GuessFor(string path) =>
        _guesses.TryGetValue(GitPath.Folder(path), out var folder) ? $"{folder}/{GitPath.Name(path)}" : null;

    /// <summary>Leaves out files that matter only for where their folder went, where the renames found so far settle that.</summary>
    public void DropSettled(List<TreeFile> sources, Dictionary<string, SourceRelevance> relevant)
    {
        foreach (var source in sources)
        {
            for (var folder = GitPath.Folder(source.Path); folder.Length > 0 && Relevance(folder) != DirRelevance.None; folder = GitPath.Folder(folder))
                Increment(folder, Unknown);
        }
        foreach (var (folder, counts) in _counts)
        {
            if (Relevance(folder) == DirRelevance.ForSelf && counts.IsSettled)
                _removed[folder] = DirRelevance.ForAncestor;
        }
        sources.RemoveAll(s => relevant[s.Path] == SourceRelevance.Location && !IsNeeded(GitPath.Folder(s.Path)));
    }

    private bool IsNeeded(string folder)
    {
        while (Relevance(folder) == DirRelevance.ForAncestor)
            folder = GitPath.Folder(folder);
        return Relevance(folder) == DirRelevance.ForSelf;
    }

    private DirRelevance Relevance(string folder) => _removed.GetValueOrDefault(folder);

    private void Increment(string oldFolder, string newFolder)
    {
        if (!_counts.TryGetValue(oldFolder, out var counts))
            _counts.Add(oldFolder, counts = new Counts());
        counts.Increment(newFolder);
    }

    private sealed class Counts
    {
        private readonly Dictionary<string, int> _byTarget = new(StringComparer.Ordinal);
        private readonly List<string> _inserted = [];

        public bool IsSettled
        {
            get
            {
                var known = _byTarget.Where(e => e.Key != Unknown).Select(e => e.Value).OrderDescending().Take(2).ToArray();
                return known.ElementAtOrDefault(0) > known.ElementAtOrDefault(1) + _byTarget.GetValueOrDefault(Unknown);
            }
        }

        public void Increment(string target)
        {
            if (_byTarget.TryAdd(target, 1))
                _inserted.Add(target);
            else
                _byTarget[target]++;
        }

        public string Highest()
        {
            var best = "";
            var bestCount = 0;
            foreach (var target in HashOrder.Sort(_inserted))
            {
                if (_byTarget[target] > bestCount)
                    (best, bestCount) = (target, _byTarget[target]);
            }
            return best;
        }
    }
}
