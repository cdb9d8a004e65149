using Quire.Versioning.Diffs.Lines;

namespace Quire.Versioning.Merging.Files;

/// <summary>Merges the changes of two sides to one text, line by line. Lines that nobody touched keep their bytes.</summary>
public static class FileMerger
{
    /// <summary>Merges.</summary>
    /// <param name="base">The common ancestor; empty where the sides have none.</param>
    /// <param name="ours">Our side.</param>
    /// <param name="theirs">Their side.</param>
    /// <param name="options">How; null for git's way.</param>
    public static FileMerge Merge(ReadOnlyMemory<byte> @base, ReadOnlyMemory<byte> ours, ReadOnlyMemory<byte> theirs, FileMergeOptions? options = null)
    {
        options ??= FileMergeOptions.Default;
        var table = new LineTable(@base.Length + ((ours.Length + theirs.Length) / 8));
        var texts = new MergeTexts(table.Add(@base), table.Add(ours), table.Add(theirs));
        var ourHunks = new LineMatcher(texts.Base, texts.Ours, table.ClassCount).Match(Whole(texts.Base, texts.Ours), options.Algorithm, false);
        var theirHunks = new LineMatcher(texts.Base, texts.Theirs, table.ClassCount).Match(Whole(texts.Base, texts.Theirs), options.Algorithm, false);
        var regions = RegionFinder.Find(texts.Ours, texts.Theirs, table.ClassCount, ourHunks, theirHunks, options);
        var chunks = texts.Chunks(regions);
        return new FileMerge(chunks, new MergeWriter(texts, options).Write(regions));
    }

    private static LineRange Whole(LineFile old, LineFile @new) => new(0, old.Count, 0, @new.Count);
}
