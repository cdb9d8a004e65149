using System.Numerics;

namespace Quire.Versioning.Diffs.Lines;

/// <summary>Cuts texts into lines and numbers the distinct ones, so that everything after compares numbers. One table serves all texts that are compared.</summary>
internal sealed class LineTable
{
    private const int BytesPerLineGuess = 24;

    private int[] _buckets;
    private Entry[] _entries;

    public LineTable(int expectedBytes)
    {
        var lines = Math.Max(16, expectedBytes / BytesPerLineGuess);
        _entries = new Entry[lines];
        _buckets = new int[BitOperations.RoundUpToPowerOf2((uint)lines * 2)];
    }

    /// <summary>How many distinct lines were seen.</summary>
    public int ClassCount { get; private set; }

    /// <summary>Cuts a text into lines.</summary>
    public LineFile Add(ReadOnlyMemory<byte> text)
    {
        var span = text.Span;
        var capacity = (span.Length / BytesPerLineGuess) + 8;
        var starts = new int[capacity + 1];
        var classes = new int[capacity];
        int count = 0, position = 0;
        while (position < span.Length)
        {
            var end = span[position..].IndexOf((byte)'\n');
            var length = end < 0 ? span.Length - position : end + 1;
            if (count == classes.Length)
            {
                Array.Resize(ref classes, count * 2);
                Array.Resize(ref starts, (count * 2) + 1);
            }
            classes[count] = ClassOf(text, position, length);
            position += length;
            starts[++count] = position;
        }
        return new LineFile(text, starts, classes, count);
    }

    private int ClassOf(ReadOnlyMemory<byte> text, int start, int length)
    {
        var line = text.Span.Slice(start, length);
        // Seeded per process: nobody can prepare lines that collide.
        var hasher = default(HashCode);
        hasher.AddBytes(line);
        var hash = hasher.ToHashCode();
        var mask = _buckets.Length - 1;
        var bucket = hash & mask;
        for (; _buckets[bucket] != 0; bucket = (bucket + 1) & mask)
        {
            ref readonly var entry = ref _entries[_buckets[bucket] - 1];
            if (entry.Hash == hash && entry.Length == length && entry.Text.Span.Slice(entry.Start, length).SequenceEqual(line))
                return _buckets[bucket] - 1;
        }
        return Insert(new Entry(hash, text, start, length), bucket);
    }

    private int Insert(Entry entry, int bucket)
    {
        if (ClassCount == _entries.Length)
        {
            Array.Resize(ref _entries, ClassCount * 2);
            Rehash();
            bucket = FreeBucket(entry.Hash);
        }
        _entries[ClassCount] = entry;
        _buckets[bucket] = ++ClassCount;
        return ClassCount - 1;
    }

    private void Rehash()
    {
        _buckets = new int[BitOperations.RoundUpToPowerOf2((uint)_entries.Length * 2)];
        for (var i = 0; i < ClassCount; i++)
            _buckets[FreeBucket(_entries[i].Hash)] = i + 1;
    }

    private int FreeBucket(int hash)
    {
        var bucket = hash & (_buckets.Length - 1);
        while (_buckets[bucket] != 0)
            bucket = (bucket + 1) & (_buckets.Length - 1);
        return bucket;
    }

    private readonly record struct Entry(int Hash, ReadOnlyMemory<byte> Text, int Start, int Length);
}
