using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Quire.Core.Search;

/// <summary>
/// Goes through the words of a text: runs of letters, digits and marks, in lower case and without accents. The same for both databases. A search reads the
/// texts of hundreds of prompts with it, so nothing is made for a word that nobody looks for.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="folded">Where the words are written; at least <see cref="Longest"/> characters.</param>
internal ref struct WordReader(ReadOnlySpan<char> text, Span<char> folded)
{
    /// <summary>What is kept of a longer word, in UTF-16 units.</summary>
    public const int Longest = 64;

    private const int Ascii = 128;

    // Each family: the plain letter, then those that are taken for it.
    private static readonly FrozenDictionary<char, char> Accented = Table(
        "aàáâãäåāăą", "cçćĉċč", "dďđ", "eèéêëēĕėęě", "gĝğġģ", "hĥħ", "iìíîïĩīĭįı", "jĵ", "kķ", "lĺļľŀł", "nñńņňŉ", "oòóôõöøōŏő", "rŕŗř", "sśŝşšș", "tţťŧț",
        "uùúûüũūŭůűų", "wŵ", "yýÿŷ", "zźżž");

    // The plain form of each ASCII letter and digit, 0 for what separates.
    private static readonly byte[] Plain = [.. Enumerable.Range(0, Ascii).Select(code => char.IsAsciiLetterOrDigit((char)code) ? (byte)char.ToLowerInvariant((char)code) : (byte)0)];

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _folded = folded;
    private int _place;
    private int _count;
    private bool _full;

    /// <summary>Where the word begins in the text.</summary>
    public int Start { get; private set; }

    /// <summary>How long it is there.</summary>
    public readonly int Length => _place - Start;

    /// <summary>The word, folded; until the next is read.</summary>
    public readonly ReadOnlySpan<char> Word => _folded[.._count];

    /// <summary>Goes to the next word; false at the end.</summary>
    public bool Read()
    {
        while (SkipSeparators())
        {
            (Start, _count, _full) = (_place, 0, false);
            do
                TakePlain();
            while (_place < _text.Length && _text[_place] >= Ascii ? TakeRune() : TakeBeyond());
            if (_count > 0)
                return true;
        }
        return false;
    }

    private bool SkipSeparators()
    {
        for (; _place < _text.Length; _place++)
        {
            var letter = _text[_place];
            if (letter < Ascii ? Plain[letter] != 0 : TryRune(out var rune) && BelongsToWord(rune))
                return true;
        }
        return false;
    }

    // Most texts are mostly this.
    private void TakePlain()
    {
        var text = _text;
        var folded = _folded;
        var (place, count) = (_place, _count);
        var room = _full ? 0 : Longest - 1;
        for (; place < text.Length && count < room && text[place] < Ascii && Plain[text[place]] is > 0 and var plain; place++)
            folded[count++] = (char)plain;
        (_place, _count) = (place, count);
    }

    // What a word has beyond the room for it is passed over.
    private bool TakeBeyond()
    {
        if (_place >= _text.Length || Plain[_text[_place]] == 0)
            return false;
        _full = true;
        _place++;
        return true;
    }

    private bool TakeRune()
    {
        if (!TryRune(out var rune) || !BelongsToWord(rune))
            return false;
        // A letter of two units must fit, whatever the next one is. What was left out once ends the word.
        _full |= _count + 2 > Longest;
        if (!_full && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark)
            _count += WithoutAccent(Rune.ToLowerInvariant(rune)).EncodeToUtf16(_folded[_count..]);
        _place += rune.Utf16SequenceLength;
        return true;
    }

    private readonly bool TryRune(out Rune rune) => Rune.DecodeFromUtf16(_text[_place..], out rune, out _) == System.Buffers.OperationStatus.Done;

    private static bool BelongsToWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static Rune WithoutAccent(Rune letter) => letter.IsBmp && Accented.TryGetValue((char)letter.Value, out var plain) ? new Rune(plain) : letter;

    // The process has no tables of Unicode decompositions (invariant globalization); Latin letters are what accents are left off from.
    private static FrozenDictionary<char, char> Table(params string[] families) =>
        families.SelectMany(family => family[1..].Select(letter => (Letter: letter, Plain: family[0]))).ToFrozenDictionary(pair => pair.Letter, pair => pair.Plain);
}
