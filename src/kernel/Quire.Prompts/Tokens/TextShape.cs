using System.Numerics;

namespace Quire.Prompts.Tokens;

/// <summary>
/// What an estimate of tokens looks at: how many words, how long, how many digits, marks, lines. Taken 64 characters at a time, as masks of bits, so
/// that it costs little beside anything that makes a text.
/// </summary>
internal struct TextShape
{
    private const int Block = CharMasks.Length;

    /// <summary>What is counted, in the order of <see cref="Values"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["words", "letters from the 6th", "letters from the 10th", "inner capitals", "digits", "numbers", "lines", "runs of lines", "marks", "runs of marks", "indents", "European letters", "wide letters", "surrogates"];

    private CharMasks _last;
    private ulong _lastPairs;
    private ulong _lastFours;
    private long _words;
    private long _sixths;
    private long _tenths;
    private long _capitals;
    private long _digits;
    private long _numbers;
    private long _lines;
    private long _lineRuns;
    private long _marks;
    private long _markRuns;
    private long _indents;
    private long _european;
    private long _wide;
    private long _surrogates;

    /// <summary>The numbers.</summary>
    public readonly double[] Values => [_words, _sixths, _tenths, _capitals, _digits, _numbers, _lines, _lineRuns, _marks, _markRuns, _indents, _european, _wide, _surrogates];

    /// <summary>The shape of a text.</summary>
    public static TextShape Of(ReadOnlySpan<char> text)
    {
        var shape = default(TextShape);
        Span<char> rest = stackalloc char[Block];
        for (; text.Length >= Block; text = text[Block..])
            shape.Add(CharMasks.Of(text));
        if (!text.IsEmpty)
        {
            rest.Clear();
            text.CopyTo(rest);
            shape.Add(CharMasks.Of(rest).First(text.Length));
        }

        return shape;
    }

    /// <summary>The sum of the numbers, each by its weight.</summary>
    public readonly double Weigh(ReadOnlySpan<double> weights) =>
        (_words * weights[0]) + (_sixths * weights[1]) + (_tenths * weights[2]) + (_capitals * weights[3]) + (_digits * weights[4]) + (_numbers * weights[5])
        + (_lines * weights[6]) + (_lineRuns * weights[7]) + (_marks * weights[8]) + (_markRuns * weights[9]) + (_indents * weights[10])
        + (_european * weights[11]) + (_wide * weights[12]) + (_surrogates * weights[13]);

    private void Add(in CharMasks now)
    {
        var pairs = now.Letters & After(now.Letters, _last.Letters, 1);
        var fours = pairs & After(pairs, _lastPairs, 2);
        var sixes = fours & After(pairs, _lastPairs, 4);
        var tens = sixes & After(fours, _lastFours, 6);
        _words += BitOperations.PopCount(now.Letters ^ pairs);
        _sixths += BitOperations.PopCount(sixes);
        _tenths += BitOperations.PopCount(tens);
        _capitals += BitOperations.PopCount(now.Capitals & pairs);
        _digits += BitOperations.PopCount(now.Digits);
        _numbers += BitOperations.PopCount(now.Digits & ~After(now.Digits, _last.Digits, 1));
        _lines += BitOperations.PopCount(now.Lines);
        _lineRuns += BitOperations.PopCount(now.Lines & ~After(now.Lines, _last.Lines, 1));
        _marks += BitOperations.PopCount(now.Marks);
        _markRuns += BitOperations.PopCount(now.Marks & ~After(now.Marks, _last.Marks, 1));
        // The second blank of a run that is not the third or a later one.
        var second = now.Blanks & After(now.Blanks, _last.Blanks, 1);
        _indents += BitOperations.PopCount(second & ~After(now.Blanks, _last.Blanks, 2));
        (_european, _wide, _surrogates) = (_european + now.European, _wide + now.Wide, _surrogates + now.Surrogates);
        (_last, _lastPairs, _lastFours) = (now, pairs, fours);
    }

    // The mask moved towards the end of the text, with what stood at the end of the block before.
    private static ulong After(ulong mask, ulong before, int by) => (mask << by) | (before >> (Block - by));
}
