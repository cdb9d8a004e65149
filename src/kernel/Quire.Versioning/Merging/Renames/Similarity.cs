using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Merging.Renames;

/// <summary>
/// How alike two files are, by git's measure: both are cut into lines (or pieces of 64 bytes), and the share of bytes of the larger file
/// whose pieces the other one has too is the score.
/// </summary>
internal sealed class Similarity
{
    /// <summary>The score of equal files.</summary>
    public const int Full = 60_000;

    private const int PieceLength = 64;
    private const uint HashSize = 107_927;
    private const int BinaryWindow = 8000;

    private readonly IObjectSource _source;
    private readonly Dictionary<ObjectId, Fingerprint> _fingerprints = [];

    public Similarity(IObjectSource source) => _source = source;

    /// <summary>The score, 0 to <see cref="Full"/>; 0 at once where sizes alone rule the minimum out.</summary>
    public int Score(in TreeFile old, in TreeFile @new, int minimum)
    {
        if (!old.Mode.IsRegular() || !@new.Mode.IsRegular())
            return 0;
        var left = Get(old.Id);
        var right = Get(@new.Id);
        var larger = (long)Math.Max(left.Size, right.Size);
        var difference = larger - Math.Min(left.Size, right.Size);
        if (larger * (Full - minimum) < difference * Full || right.Size == 0)
            return 0;
        return (int)(Copied(left.Pieces, right.Pieces) * Full / larger);
    }

    /// <summary>Whether git would treat the bytes as binary: a NUL near the beginning.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, BinaryWindow)].Contains((byte)0);

    private static long Copied(Piece[] left, Piece[] right)
    {
        long copied = 0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i].Hash == right[j].Hash)
                copied += Math.Min(left[i++].Bytes, right[j++].Bytes);
            else if (left[i].Hash < right[j].Hash)
                i++;
            else
                j++;
        }
        return copied;
    }

    private Fingerprint Get(ObjectId id)
    {
        if (!_fingerprints.TryGetValue(id, out var fingerprint))
            _fingerprints.Add(id, fingerprint = new Fingerprint(_source.ReadBlob(id).Span));
        return fingerprint;
    }

    private static Piece[] Cut(ReadOnlySpan<byte> content)
    {
        var counts = new Dictionary<uint, int>();
        var isText = !IsBinary(content);
        uint high = 0, low = 0;
        var length = 0;
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (isText && c == '\r' && i + 1 < content.Length && content[i + 1] == '\n')
                continue;
            var previous = high;
            high = unchecked(((high << 7) ^ (low >> 25)) + c);
            low = (low << 7) ^ (previous >> 25);
            if (++length < PieceLength && c != '\n')
                continue;
            var hash = unchecked(high + (low * 0x61)) % HashSize;
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, hash, out _) += length;
            (high, low, length) = (0, 0, 0);
        }
        // An unfinished piece at the end does not count, as in git 2.39.
        var pieces = counts.Select(e => new Piece(e.Key, e.Value)).ToArray();
        Array.Sort(pieces, (a, b) => a.Hash.CompareTo(b.Hash));
        return pieces;
    }

    private readonly record struct Piece(uint Hash, int Bytes);

    private sealed class Fingerprint(ReadOnlySpan<byte> content)
    {
        public int Size { get; } = content.Length;

        public Piece[] Pieces { get; } = Cut(content);
    }
}
