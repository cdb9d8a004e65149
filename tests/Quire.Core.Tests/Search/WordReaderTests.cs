using System.Globalization;
using System.Text;
using Quire.Core.Search;
using Quire.Testing;

namespace Quire.Core.Tests.Search;

public sealed class WordReaderTests(ITestOutputHelper output)
{
    private static readonly string[] Pieces =
        ["a", "Z", "7", "é", "Å", "ß", " ", "-", "\n", "¶", "漢", "🙂", "\u0301", "\u093F", "\U0001D400", "\uD800", "\uDC00", "word", "ÀB", new string('x', 62), new string('é', 63), "İ", "\0"];

    [Theory]
    [InlineData("Refund an order", "refund an order")]
    [InlineData("Café NAÏVE", "cafe naive")]
    [InlineData("don't re-do", "don t re do")]
    [InlineData("", "")]
    [InlineData(" ,;", "")]
    [InlineData("漢字 and 🙂 emoji", "漢字 and emoji")]
    public void Words_are_runs_of_letters_and_digits_folded(string text, string words) => string.Join(' ', WordCutter.Cut(text)).ShouldBe(words);

    [Fact]
    public void Of_a_long_word_the_beginning_is_kept_and_the_next_word_is_whole() =>
        WordCutter.Cut(new string('a', 500) + " next").ShouldBe([new string('a', 63), "next"]);

    [Fact]
    public void Any_text_is_read_as_one_would_read_it_rune_by_rune()
    {
        var seed = Seeds.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 3_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            Read(text).ShouldBe(Expected(text), $"seed {seed}: {string.Join(' ', text.Select(unit => ((int)unit).ToString("x4", CultureInfo.InvariantCulture)))}");
        }
    }

    private static List<(string Word, int Start, int Length)> Read(string text)
    {
        var words = new List<(string, int, int)>();
        var reader = new WordReader(text, new char[WordReader.Longest]);
        while (reader.Read())
            words.Add((reader.Word.ToString(), reader.Start, reader.Length));
        return words;
    }

    private static List<(string Word, int Start, int Length)> Expected(string text)
    {
        var words = new List<(string, int, int)>();
        for (var place = 0; place < text.Length;)
        {
            var start = place;
            while (place < text.Length && Rune.TryGetRuneAt(text, place, out var rune) && Belongs(rune))
                place += rune.Utf16SequenceLength;
            if (place == start)
                place++;
            else if (Fold(text[start..place]) is { Length: > 0 } folded)
                words.Add((folded, start, place - start));
        }
        return words;
    }

    private static bool Belongs(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Fold(string word)
    {
        var folded = new StringBuilder();
        foreach (var rune in word.EnumerateRunes())
        {
            if (folded.Length + 2 > WordReader.Longest)
                break;
            if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark)
                folded.Append(Rune.ToLowerInvariant(rune).ToString().Replace('é', 'e').Replace('å', 'a').Replace('à', 'a'));
        }
        return folded.ToString();
    }
}
