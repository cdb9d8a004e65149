using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Quire.Prompts.Tokens;

/// <summary>Of which class each of 64 characters is: a bit per character and class; what is no ASCII is only counted.</summary>
/// <param name="Letters">ASCII letters.</param>
/// <param name="Capitals">The capitals among them.</param>
/// <param name="Digits">ASCII digits.</param>
/// <param name="Lines">Line feeds.</param>
/// <param name="Blanks">Blanks.</param>
/// <param name="Marks">All other ASCII.</param>
internal readonly record struct CharMasks(ulong Letters, ulong Capitals, ulong Digits, ulong Lines, ulong Blanks, ulong Marks)
{
    /// <summary>How many characters it looks at.</summary>
    public const int Length = 64;

    private const char FirstEastern = '\u2E80';

    /// <summary>Characters below U+2E80: letters of Europe and its neighbours, and the marks among them.</summary>
    public int European { get; private init; }

    /// <summary>Characters from there on.</summary>
    public int Wide { get; private init; }

    /// <summary>Halves of characters beyond U+FFFF.</summary>
    public int Surrogates { get; private init; }

    /// <summary>The masks of the first 64 characters.</summary>
    public static CharMasks Of(ReadOnlySpan<char> text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var (a, b, c, d) = (Vector256.Create(units), Vector256.Create(units[16..]), Vector256.Create(units[32..]), Vector256.Create(units[48..]));
        if (((a | b | c | d) & Vector256.Create((ushort)0xFF80)) != Vector256<ushort>.Zero)
            return OfAny(text);
        var (low, high) = (Of(Vector256.Narrow(a, b)), Of(Vector256.Narrow(c, d)));
        return new(Join(low.Letters, high.Letters), Join(low.Capitals, high.Capitals), Join(low.Digits, high.Digits), Join(low.Lines, high.Lines), Join(low.Blanks, high.Blanks), Join(low.Marks, high.Marks));
    }

    /// <summary>The same without what stands behind the first characters.</summary>
    public CharMasks First(int count)
    {
        var mask = (1UL << count) - 1;
        return this with { Letters = Letters & mask, Capitals = Capitals & mask, Digits = Digits & mask, Lines = Lines & mask, Blanks = Blanks & mask, Marks = Marks & mask };
    }

    private static ulong Join(ulong low, ulong high) => low | (high << 32);

    private static CharMasks Of(Vector256<byte> text)
    {
        var letters = Bits(Vector256.LessThanOrEqual((text | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)25)));
        var capitals = Bits(Vector256.LessThanOrEqual(text - Vector256.Create((byte)'A'), Vector256.Create((byte)25)));
        var digits = Bits(Vector256.LessThanOrEqual(text - Vector256.Create((byte)'0'), Vector256.Create((byte)9)));
        var lines = Bits(Vector256.Equals(text, Vector256.Create((byte)'\n')));
        var blanks = Bits(Vector256.Equals(text, Vector256.Create((byte)' ')));
        return new(letters, capitals, digits, lines, blanks, uint.MaxValue & ~(letters | digits | lines | blanks));
    }

    private static ulong Bits(Vector256<byte> found) => found.ExtractMostSignificantBits();

    private static CharMasks OfAny(ReadOnlySpan<char> text)
    {
        var (letters, capitals, digits, lines, blanks, marks) = (0UL, 0UL, 0UL, 0UL, 0UL, 0UL);
        var (european, wide, surrogates) = (0, 0, 0);
        for (var i = 0; i < Length; i++)
        {
            var (letter, bit) = (text[i], 1UL << i);
            if (char.IsSurrogate(letter))
                surrogates++;
            else if (letter >= FirstEastern)
                wide++;
            else if (letter >= 0x80)
                european++;
            else if (char.IsAsciiLetter(letter))
                letters |= bit;
            else if (char.IsAsciiDigit(letter))
                digits |= bit;
            else if (letter == '\n')
                lines |= bit;
            else if (letter == ' ')
                blanks |= bit;
            else
                marks |= bit;
            if (char.IsAsciiLetterUpper(letter))
                capitals |= bit;
        }

        return new(letters, capitals, digits, lines, blanks, marks) { European = european, Wide = wide, Surrogates = surrogates };
    }
}
