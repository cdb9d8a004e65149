using Quire.Versioning.Merging.Files;
using Quire.Versioning.Merging.Renames;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Merging.Trees;

/// <summary>Merges mode and content of one file that both sides have.</summary>
internal sealed class ContentMerger
{
    private const int MarkerSize = 7;

    private readonly MergeState _state;

    public ContentMerger(MergeState state) => _state = state;

    /// <summary>Merges three versions of one type.</summary>
    /// <param name="path">The path that messages name.</param>
    /// <param name="stages">The versions.</param>
    /// <param name="names">Where they come from.</param>
    /// <param name="extraMarkers">By how much markers are longer than usual, so that nested conflicts can be told apart.</param>
    /// <param name="result">What to store; with markers where it is not clean.</param>
    /// <returns>Whether the merge is clean.</returns>
    public bool Merge(string path, FileVersion[] stages, string[] names, int extraMarkers, out FileVersion result)
    {
        var (b, o, t) = (stages[0], stages[1], stages[2]);
        var clean = true;
        var mode = t.Mode;
        if (o.Mode != t.Mode && o.Mode != b.Mode)
        {
            mode = o.Mode;
            clean = t.Mode == b.Mode;
        }
        ObjectId id;
        if (o.Id == t.Id || o.Id == b.Id)
            id = t.Id;
        else if (t.Id == b.Id)
            id = o.Id;
        else if (o.Mode.IsRegular())
            clean &= MergeText(path, stages, names, extraMarkers, out id);
        else
        {
            // Links have no lines: the merge of merge bases keeps the base, the merge itself our side.
            clean = false;
            (mode, id) = _state.IsInner ? (b.Mode, b.Id) : (mode, o.Id);
        }
        result = new FileVersion(mode, id);
        return clean;
    }

    private bool MergeText(string path, FileVersion[] stages, string[] names, int extraMarkers, out ObjectId result)
    {
        var texts = new ReadOnlyMemory<byte>[3];
        for (var side = 0; side < 3; side++)
        {
            // A base of another type is no base.
            var counts = side > 0 || stages[0].Mode.SameType(stages[1].Mode);
            texts[side] = counts && !stages[side].IsAbsent ? _state.Objects.ReadBlob(stages[side].Id) : default;
        }
        var labels = Labels(names);
        bool clean;
        if (Array.Exists(texts, IsUnmergeable))
        {
            clean = _state.IsInner;
            result = _state.Objects.AddBlob(texts[clean ? 0 : 1]);
            if (!clean)
                _state.Tell(MergeMessageKind.Binary, $"warning: Cannot merge binary files: {path} ({labels.Ours} vs. {labels.Theirs})", path);
        }
        else
        {
            var options = new FileMergeOptions { Labels = labels, MarkerSize = MarkerSize + extraMarkers, Style = _state.Options.Style };
            var merge = FileMerger.Merge(texts[0], texts[1], texts[2], options);
            clean = merge.IsClean;
            result = _state.Objects.AddBlob(merge.Content);
        }
        _state.Tell(MergeMessageKind.AutoMerging, $"Auto-merging {path}", path);
        return clean;
    }

    private static bool IsUnmergeable(ReadOnlyMemory<byte> text) =>
        text.Length > VersioningLimits.MergeBytes || Similarity.IsBinary(text.Span);

    private MergeLabels Labels(string[] names)
    {
        var ancestor = _state.Options.Labels.Base;
        return names[0] == names[1] && names[1] == names[2]
            ? new MergeLabels(ancestor, _state.Branches[1], _state.Branches[2])
            : new MergeLabels($"{ancestor}:{names[0]}", $"{_state.Branches[1]}:{names[1]}", $"{_state.Branches[2]}:{names[2]}");
    }
}
