using Quire.Versioning.Merging.Renames;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Merging.Trees;

/// <summary>What the steps of one merge of three trees share.</summary>
internal sealed class MergeState
{
    private readonly Dictionary<string, List<MergeMessage>> _messages = new(StringComparer.Ordinal);

    public MergeState(StagingArea objects, MergeOptions options, int depth)
    {
        Objects = objects;
        Options = options;
        Depth = depth;
        Branches = depth == 0 ? ["", options.Labels.Ours, options.Labels.Theirs] : ["", "Temporary merge branch 1", "Temporary merge branch 2"];
    }

    public StagingArea Objects { get; }

    public MergeOptions Options { get; }

    /// <summary>How deep inside the merging of merge bases this merge is; 0 for the merge that was asked for.</summary>
    public int Depth { get; }

    /// <summary>Whether the result is only a merge base for another merge.</summary>
    public bool IsInner => Depth > 0;

    /// <summary>The sides' names, at 1 and 2.</summary>
    public string[] Branches { get; }

    /// <summary>Every path that is not settled by its folder, files and folders.</summary>
    public Dictionary<string, MergePath> Paths { get; } = new(StringComparer.Ordinal);

    /// <summary>The paths that stay in conflict.</summary>
    public Dictionary<string, MergePath> Conflicts { get; } = new(StringComparer.Ordinal);

    /// <summary>What came and went, at 1 and 2.</summary>
    public RenameSide[] Renames { get; } = [new(), new(), new()];

    /// <summary>The messages, ordered by path.</summary>
    public IReadOnlyList<MergeMessage> Messages =>
        [.. _messages.OrderBy(m => m.Key, Comparer<string>.Create(GitPath.Compare)).SelectMany(m => m.Value)];

    public void Tell(MergeMessageKind kind, string text, params string[] paths)
    {
        if (IsInner)
            return;
        if (!_messages.TryGetValue(paths[0], out var list))
            _messages.Add(paths[0], list = []);
        list.Add(new MergeMessage(kind, paths, text));
    }

    /// <summary>A free path for a file that has to give way to another thing.</summary>
    public string FreePath(string path, int side)
    {
        var first = $"{path}~{Branches[side].Replace('/', '_')}";
        var free = first;
        for (var suffix = 0; Paths.ContainsKey(free); suffix++)
            free = $"{first}_{suffix}";
        return free;
    }
}
