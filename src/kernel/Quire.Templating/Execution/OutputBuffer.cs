using System.Buffers;
using System.Globalization;
using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>
/// The one buffer of a render. Captures (set blocks, macros, filters that build text) write behind a mark and take the slice away again.
/// Grows by doubling from the shared pool up to the limit.
/// </summary>
internal sealed class OutputBuffer(int maxLength)
{
    private readonly List<object> _open = [];
    private char[] _chars = ArrayPool<char>.Shared.Rent(1024);
    private int _maxLength = maxLength;

    public int Length { get; private set; }

    public ReadOnlySpan<char> Span => _chars.AsSpan(0, Length);

    /// <summary>Makes a used buffer ready for another render.</summary>
    public void Reset(int maxLength)
    {
        Length = 0;
        _maxLength = maxLength;
        _open.Clear();
        if (_chars.Length <= 1 << 20) return;
        ArrayPool<char>.Shared.Return(_chars);
        _chars = ArrayPool<char>.Shared.Rent(1024);
    }

    public void Write(char c)
    {
        if (Length == _chars.Length) Grow(1);
        _chars[Length++] = c;
    }

    public void Write(string text)
    {
        var length = Length;
        if (text.Length > _chars.Length - length) Grow(text.Length);
        text.CopyTo(_chars.AsSpan(length));
        Length = length + text.Length;
    }

    public void Write(ReadOnlySpan<char> text)
    {
        if (text.Length > _chars.Length - Length) Grow(text.Length);
        text.CopyTo(_chars.AsSpan(Length));
        Length += text.Length;
    }

    public void Write(long number)
    {
        if (_chars.Length - Length < 24) Grow(24);
        number.TryFormat(_chars.AsSpan(Length), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    public void Write(double number)
    {
        if (_chars.Length - Length < FloatText.MaxLength) Grow(FloatText.MaxLength);
        Length += FloatText.Format(number, _chars.AsSpan(Length));
    }

    public void Fill(char c, int count)
    {
        if (count <= 0) return;
        if (count > _chars.Length - Length) Grow(count);
        _chars.AsSpan(Length, count).Fill(c);
        Length += count;
    }

    /// <summary>Room for text that the caller writes itself; follow with <see cref="Advance"/>.</summary>
    public Span<char> Room(int count)
    {
        if (count > _chars.Length - Length) Grow(count);
        return _chars.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    /// <summary>Drops what was written behind a mark.</summary>
    public void Truncate(int mark) => Length = mark;

    public ReadOnlySpan<char> From(int mark) => _chars.AsSpan(mark, Length - mark);

    /// <summary>Takes what was written behind a mark away as a string.</summary>
    public string Take(int mark)
    {
        var text = Length - mark == 1 ? CodePoints.Of(_chars[mark]) : new string(_chars, mark, Length - mark);
        Length = mark;
        return text;
    }

    /// <summary>Whether the length keeps to the limit; small writes are only checked here and when the buffer grows.</summary>
    public bool IsWithinLimit => Length <= _maxLength;

    /// <summary>Notes that a collection is being printed; false when it already is, that is, when it contains itself.</summary>
    public bool Enter(object collection)
    {
        foreach (var open in _open)
            if (ReferenceEquals(open, collection)) return false;
        _open.Add(collection);
        return true;
    }

    public void Leave() => _open.RemoveAt(_open.Count - 1);

    private void Grow(int count)
    {
        var needed = (long)Length + count;
        if (needed > _maxLength) throw Errors.OutputTooLong(_maxLength);
        var larger = ArrayPool<char>.Shared.Rent((int)Math.Min(int.MaxValue / 2, Math.Max(needed, _chars.Length * 2L)));
        _chars.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_chars);
        _chars = larger;
    }
}
