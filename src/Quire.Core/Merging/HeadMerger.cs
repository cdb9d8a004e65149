using System.Text;
using Quire.Core.Contents;
using Quire.Versioning.Merging.Files;

namespace Quire.Core.Merging;

/// <summary>
/// Merges a prompt file whose lines conflict inside its front matter: key by key there, line by line in the body. Lines that nobody touched keep
/// their bytes.
/// </summary>
internal static class HeadMerger
{
    private const string Extension = ".prompt.md";

    /// <summary>The merged file; null where it cannot be settled so, and the conflict of lines stands.</summary>
    public static byte[]? Merge(string path, ReadOnlyMemory<byte> @base, ReadOnlyMemory<byte> ours, ReadOnlyMemory<byte> theirs)
    {
        if (!path.EndsWith(Extension, StringComparison.Ordinal))
            return null;
        if (ContentReader.Parse(path, ours.Span).IsInvalid || ContentReader.Parse(path, theirs.Span).IsInvalid)
            return null;
        var (b, o, t) = (Cut(@base), Cut(ours), Cut(theirs));
        if (b is null || o is null || t is null || Head(b, o, t) is not { } head || Lines(b.Rest, o.Rest, t.Rest) is not { } rest)
            return null;
        var merged = Encoding.UTF8.GetBytes(head + rest);
        return ContentReader.Parse(path, merged).IsInvalid ? null : merged;
    }

    private static HeadBlocks? Cut(ReadOnlyMemory<byte> file) => HeadBlocks.Cut(Encoding.UTF8.GetString(file.Span));

    private static string? Head(HeadBlocks @base, HeadBlocks ours, HeadBlocks theirs)
    {
        var merged = new List<(string Key, string? Text)>();
        foreach (var (key, _) in ours.Blocks)
            merged.Add((key, null));
        Insert(merged, theirs);
        var text = new StringBuilder(ours.Opening);
        foreach (var (key, _) in merged)
        {
            var (b, o, t) = (@base.Find(key), ours.Find(key), theirs.Find(key));
            if (!TryBlock(b, o, t, out var block))
                return null;
            text.Append(block);
        }
        return text.ToString();
    }

    // A key that only they have stands where it stands with them: after the key before it.
    private static void Insert(List<(string Key, string? Text)> merged, HeadBlocks theirs)
    {
        var after = -1;
        foreach (var (key, text) in theirs.Blocks)
        {
            var at = merged.FindIndex(block => block.Key == key);
            if (at < 0)
                merged.Insert(at = after + 1, (key, text));
            after = at;
        }
    }

    private static bool TryBlock(string? @base, string? ours, string? theirs, out string? merged)
    {
        merged = ours == theirs || theirs == @base ? ours : theirs;
        if (ours == theirs || theirs == @base || ours == @base)
            return true;
        merged = @base is null || ours is null || theirs is null ? null : Lines(@base, ours, theirs);
        return merged is not null;
    }

    private static string? Lines(string @base, string ours, string theirs)
    {
        var merge = FileMerger.Merge(Encoding.UTF8.GetBytes(@base), Encoding.UTF8.GetBytes(ours), Encoding.UTF8.GetBytes(theirs));
        return merge.IsClean ? Encoding.UTF8.GetString(merge.Content.Span) : null;
    }
}
