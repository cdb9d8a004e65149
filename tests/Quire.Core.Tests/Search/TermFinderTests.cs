using Quire.Core.Search;

namespace Quire.Core.Tests.Search;

public sealed class TermFinderTests
{
    [Fact]
    public void Every_place_of_every_term_is_found_by_word_and_then_by_term()
    {
        var finder = new TermFinder([Term("b"), Term("a", "b"), new SearchTerm(["a", "b", "c"], IsPrefix: true)]);

        var found = finder.Find("a B a-b. cut A");

        found.Select(match => (match.Term, match.Word, match.Span.Start, match.Span.Length)).ShouldBe([(1, 0, 0, 3), (0, 1, 2, 1), (1, 2, 4, 3), (2, 2, 4, 8), (0, 3, 6, 1)]);
    }

    [Fact]
    public void Phrases_that_overlap_themselves_are_all_found() =>
        new TermFinder([Term("x", "y", "x")]).Find("x y x y x").Select(match => match.Word).ShouldBe([0, 2]);

    [Fact]
    public void A_phrase_that_is_longer_than_the_text_is_not_found() => new TermFinder([Term("a", "b", "c")]).Find("a b").ShouldBeEmpty();

    [Fact]
    public void Thirty_two_words_of_phrases_are_followed_at_once()
    {
        var phrase = Enumerable.Range(0, 32).Select(number => $"w{number}").ToArray();

        var match = new TermFinder([Term(phrase)]).Find("filler " + string.Join(' ', phrase) + " w31").ShouldHaveSingleItem();

        match.Span.ShouldBe(new SearchSpan(7, string.Join(' ', phrase).Length));
    }

    [Fact]
    public void Excluded_terms_are_not_looked_for()
    {
        var finder = new TermFinder([new SearchTerm(["a"], IsExcluded: true)]);

        finder.IsEmpty.ShouldBeTrue();
        finder.Find("a").ShouldBeEmpty();
    }

    private static SearchTerm Term(params string[] words) => new(words);
}
