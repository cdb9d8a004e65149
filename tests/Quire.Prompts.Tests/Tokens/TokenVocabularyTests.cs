using System.Diagnostics;
using System.Text;
using Quire.Prompts.Tokens;

namespace Quire.Prompts.Tests.Tokens;

public sealed class TokenVocabularyTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("ab", 1)]
    [InlineData("abab", 2)]
    [InlineData("abc", 1)]
    [InlineData("bc", 1)]
    [InlineData("abcabc", 2)]
    [InlineData("xyz", 3)]
    [InlineData("ab ab", 3)]
    [InlineData("é", 2)]
    public void Pairs_are_joined_by_rank(string text, long tokens) =>
        Vocabularies.Of(TokenPattern.Gpt2, "ab", "bc", "abc").Count(text).ShouldBe(tokens);

    [Fact]
    public void The_pair_of_lower_rank_goes_first_even_where_the_other_way_would_be_shorter()
    {
        // bc is joined before ab can be, so abc is never reached: a + bc + d.
        Vocabularies.Of(TokenPattern.Gpt2, "bc", "ab", "abcd", "cd").Count("xabcd").ShouldBe(4);
        Vocabularies.Of(TokenPattern.Gpt2, "ab", "cd", "abcd", "bc").Count("xabcd").ShouldBe(2);
    }

    [Fact]
    public void A_piece_that_is_a_token_is_one_even_where_pairs_do_not_lead_to_it() =>
        Vocabularies.Of(TokenPattern.Gpt2, "hello").Count("hello hello").ShouldBe(1 + 6);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Joining_by_heap_counts_as_joining_by_looking_for_the_lowest_pair_each_time(int seed)
    {
        var random = new Random(seed);
        var tokens = new HashSet<string>();
        while (tokens.Count < 60)
            tokens.Add(Letters(random, random.Next(2, 6)));
        string[] ordered = [.. tokens];
        var vocabulary = Vocabularies.Of(TokenPattern.Gpt2, ordered);
        for (var i = 0; i < 300; i++)
        {
            var text = Letters(random, random.Next(1, 60));
            vocabulary.Count(text).ShouldBe(ordered.Contains(text) ? 1 : Naive(text, ordered), $"seed {seed}: {text}");
        }
    }

    [Fact]
    public void A_word_of_a_million_letters_is_counted_in_time_that_grows_no_faster_than_it_does()
    {
        var vocabulary = Vocabularies.Of(TokenPattern.Cl100k, "aa", "aaaa", "aaaaaaaa");
        vocabulary.Count(new string('a', 1_000_000)).ShouldBe(125_000);
        double Cost(int length)
        {
            var text = new string('a', length);
            return Enumerable.Range(0, 5).Min(_ =>
            {
                var started = Stopwatch.GetTimestamp();
                vocabulary.Count(text);
                return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            });
        }
        // Sixteen times the letters: n log n takes about 20 times as long, n² 256 times.
        (Cost(320_000) / Cost(20_000)).ShouldBeLessThan(100);
    }

    [Theory]
    [InlineData("YQ==", "line 1")]
    [InlineData("YQ== x", "line 1")]
    [InlineData("YQ== -1", "line 1")]
    [InlineData("!! 1", "line 1")]
    [InlineData(" 1", "line 1")]
    [InlineData("YQ== 1\nYQ== 2", "line 2")]
    [InlineData("YQ== 1\n", "0x00")]
    [InlineData("", "0x00")]
    public void A_file_that_is_no_vocabulary_is_refused_with_its_line(string file, string words) =>
        Should.Throw<FormatException>(() => TokenVocabulary.Parse("mine", Encoding.UTF8.GetBytes(file), TokenPattern.Gpt2)).Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain("'mine'"), message => message.ShouldContain(words));

    [Fact]
    public void Line_ends_of_either_kind_are_read() =>
        TokenVocabulary.Parse("mine", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Vocabularies.File("ab")).Replace("\n", "\r\n")), TokenPattern.Gpt2).Size.ShouldBe(257);

    private static string Letters(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(3))));

    private static int Naive(string text, string[] tokens)
    {
        var parts = text.Select(letter => letter.ToString()).ToList();
        while (true)
        {
            var best = Enumerable.Range(0, parts.Count - 1).Select(i => (Rank: Array.IndexOf(tokens, parts[i] + parts[i + 1]), i)).Where(pair => pair.Rank >= 0).DefaultIfEmpty((-1, -1)).Min();
            if (best.Item1 < 0)
                return parts.Count;
            parts[best.Item2] += parts[best.Item2 + 1];
            parts.RemoveAt(best.Item2 + 1);
        }
    }
}
