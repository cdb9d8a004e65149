namespace Quire.Cli.Batch;

/// <summary>Reads lines of bytes, each at most so long; the rest of a longer one is passed over.</summary>
/// <param name="stream">What is read.</param>
/// <param name="maxLength">The longest line, in bytes.</param>
internal sealed class LineReader(Stream stream, int maxLength)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>The line just read, without its line end; valid until the next one is read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Whether the line just read was longer than allowed; then <see cref="Line"/> is empty.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Reads the next line; false at the end.</summary>
    public bool Next()
    {
        IsTooLong = false;
        for (var scanned = 0; ;)
        {
            var found = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (found >= 0)
                return Take(scanned + found, 1);
            scanned = _end - _start;
            if (scanned > maxLength)
                (IsTooLong, _start, _end, scanned) = (true, 0, 0, 0);
            if (!Fill())
                return (scanned > 0 || IsTooLong) && Take(scanned, 0);
        }
    }

    private bool Take(int length, int lineEnd)
    {
        IsTooLong |= length > maxLength;
        var line = _buffer.AsMemory(_start, length);
        _start += length + lineEnd;
        if (line.Span is [.., (byte)'\r'])
            line = line[..^1];
        Line = IsTooLong ? default : line;
        return true;
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
