using System.Text.RegularExpressions;
using Quire.Prompts.Tokens;

namespace Quire.Prompts.Tests.Tokens;

/// <summary>The cuts against the patterns as they are published, run by the regular expressions of the platform.</summary>
public sealed class TextPiecesTests
{
    private const string Gpt2 = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";
    private const string Cl100k = @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";
    private const string O200k = @"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    // Without the long s: the platform's expressions do not take it for an s, those that the patterns were written for do.
    private static readonly string[] Snippets =
    [
        "a", "Bc", "XML", "word", "É", "ß", "漢", "ก", "ʰ", "\u0301", "ǅ", "1", "23", "4567", "²", "'s", "'LL", "'", "’t", " ", "  ", "   ", "\t", "\n", "\r\n", "\n\n", "\u00a0", ".", "...", "//", "/", "_", "-", "\"", "{{", "}}", "€", "\u200b",
    ];

    [Theory]
    [InlineData(TokenPattern.Gpt2, "I'll see  you'RE 12345 (ok)...\n\n  x ", "I|'ll| see| | you|'|RE| 12345| (|ok|)...|\n\n | x| ")]
    [InlineData(TokenPattern.Cl100k, "I'll see  you'RE 12345 (ok)...\n\n  x ", "I|'ll| see| | you|'RE| |123|45| (|ok|)...\n\n| | x| ")]
    [InlineData(TokenPattern.O200k, "I'll see XMLFile 漢A https://a/b", "I'll| see| XMLFile| 漢|A| https|://|a|/b")]
    public void A_text_falls_into_pieces(TokenPattern pattern, string text, string pieces) => string.Join('|', Cut(pattern, text)).ShouldBe(pieces);

    [Theory]
    [InlineData(TokenPattern.Gpt2, Gpt2, 11)]
    [InlineData(TokenPattern.Cl100k, Cl100k, 12)]
    [InlineData(TokenPattern.O200k, O200k, 13)]
    public void Random_texts_fall_into_the_pieces_of_the_published_pattern(TokenPattern pattern, string published, int seed)
    {
        var regex = new Regex(published, RegexOptions.CultureInvariant);
        var random = new Random(seed);
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Snippets[random.Next(Snippets.Length)]));
            Cut(pattern, text).ShouldBe(regex.Matches(text).Select(match => match.Value), $"seed {seed}, round {i}");
        }
    }

    [Theory]
    [InlineData(TokenPattern.Gpt2)]
    [InlineData(TokenPattern.Cl100k)]
    [InlineData(TokenPattern.O200k)]
    public void Nothing_is_lost_whatever_the_text_holds(TokenPattern pattern)
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next(0x10000)));
            string.Concat(Cut(pattern, text + "😀\ud800")).ShouldBe(text + "😀\ud800");
        }
    }

    private static List<string> Cut(TokenPattern pattern, string text)
    {
        var pieces = new TextPieces(pattern, text);
        var cut = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = pieces.End(start);
            end.ShouldBeGreaterThan(start);
            cut.Add(text[start..end]);
            start = end;
        }
        return cut;
    }
}
