using System.Buffers;
using System.Globalization;

namespace Quire.Bench.Templating;

/// <summary>What a careful programmer writes by hand: one pooled buffer, kept between renders, and one string at the end.</summary>
internal sealed class PooledText
{
    private char[] _buffer = ArrayPool<char>.Shared.Rent(64 * 1024);
    private int _length;

    public void Clear() => _length = 0;

    public override string ToString() => new(_buffer, 0, _length);

    public PooledText Add(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
        return this;
    }

    public PooledText Add(long number)
    {
        Reserve(24);
        number.TryFormat(_buffer.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
        return this;
    }

    /// <summary>A number as Python prints it, for magnitudes of daily life.</summary>
    public PooledText Add(double number)
    {
        Reserve(40);
        number.TryFormat(_buffer.AsSpan(_length), out var written, "R", CultureInfo.InvariantCulture);
        var whole = !_buffer.AsSpan(_length, written).Contains('.');
        _length += written;
        return whole ? Add(".0") : this;
    }

    public PooledText AddUpper(string text)
    {
        Reserve(text.Length);
        _length += text.AsSpan().ToUpperInvariant(_buffer.AsSpan(_length));
        return this;
    }

    public PooledText AddJson(string text)
    {
        Add("\"");
        foreach (var c in text)
        {
            Reserve(2);
            if (c is '"' or '\\')
                _buffer[_length++] = '\\';
            _buffer[_length++] = c;
        }

        return Add("\"");
    }

    private void Reserve(int more)
    {
        if (_length + more <= _buffer.Length)
            return;
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + more));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
