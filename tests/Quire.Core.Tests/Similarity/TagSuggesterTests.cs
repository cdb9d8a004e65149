using Quire.Core.Similarity;
using Quire.Testing;
using Quire.Testing.Texts;

namespace Quire.Core.Tests.Similarity;

/// <summary>Each prompt in turn is held out: its tag is guessed from the others.</summary>
public sealed class TagSuggesterTests(ITestOutputHelper output)
{
    [Fact]
    public void The_first_words_of_real_names_are_found_from_their_texts_much_more_often_than_by_naming_the_most_frequent()
    {
        using var fabric = new FabricHistory();
        var prompts = fabric.Patterns().Select((pattern, number) => Prompt(number, pattern.Name.Split('_')[0], pattern.Text))
            .GroupBy(prompt => prompt.Tags[0]).Where(tag => tag.Count() >= 4).SelectMany(tag => tag).ToList();
        var frequent = (double)prompts.GroupBy(prompt => prompt.Tags[0]).Max(tag => tag.Count()) / prompts.Count;

        var (first, among) = HoldOut(prompts);

        output.WriteLine($"{prompts.Count} prompts, {prompts.Select(prompt => prompt.Tags[0]).Distinct().Count()} tags, the most frequent {frequent:0.00}; first suggestion right {first:0.00}, among the first three {among:0.00}");
        first.ShouldBeGreaterThan(1.75 * frequent);
        among.ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void Tags_of_made_up_topics_are_found()
    {
        var random = Seeds.NewRandom();
        var language = new MadeUpWords(random, 5_000);
        var topics = Enumerable.Range(0, 20).Select(topic => (Tag: $"topic-{topic}", Words: new MadeUpWords(random, 60))).ToList();
        var prompts = Enumerable.Range(0, 400).Select(number =>
        {
            var (tag, words) = topics[random.Next(topics.Count)];
            return Prompt(number, tag, $"{language.Text(random.Next(40, 150))} {words.Text(random.Next(5, 20))}");
        }).ToList();

        var (first, among) = HoldOut(prompts);

        output.WriteLine($"first suggestion right {first:0.00}, among the first three {among:0.00}");
        first.ShouldBeGreaterThanOrEqualTo(0.8);
    }

    [Fact]
    public void Suggestions_say_which_words_and_which_prompts_speak_for_them_and_leave_out_what_is_there()
    {
        var own = Prompt(1, "kept", "Refund the order when the parcel was lost.");
        Sketched[] others =
        [
            Prompt(2, "billing", "Refund an order in full."), Prompt(3, "billing", "Refund half of an order."), Prompt(4, "kept", "Refund the order when the parcel was late."),
            Prompt(5, "poems", "Sing about spring."), Prompt(6, "poems", "Sing about rivers."),
        ];

        var found = new TagSuggester(own, others).Suggest(10);

        var tag = found.ShouldHaveSingleItem();
        tag.Tag.ShouldBe("billing");
        tag.Score.ShouldBeInRange(0.01, 1);
        tag.Words.ShouldContain(TextGrams.Hash("refund"));
        tag.Similar.Select(prompt => prompt.PromptId).ShouldBe([2L, 3L], ignoreOrder: true);
    }

    [Fact]
    public void Nothing_is_suggested_from_nothing()
    {
        var own = Prompt(1, "kept", "Refund the order.");

        new TagSuggester(own, []).Suggest(10).ShouldBeEmpty();
        new TagSuggester(own, [own, Prompt(2, "other", "Sing"), own with { PromptId = 3, Tags = [] }]).Suggest(10).ShouldBeEmpty();
        new TagSuggester(Prompt(4, "kept", "!"), [own]).Suggest(10).ShouldBeEmpty();
    }

    private static (double First, double AmongThree) HoldOut(List<Sketched> prompts)
    {
        var guesses = prompts.ConvertAll(prompt => (prompt.Tags, Found: new TagSuggester(prompt with { Tags = [] }, prompts).Suggest(3)));
        return (guesses.Average(guess => guess.Found is [var first, ..] && first.Tag == guess.Tags[0] ? 1.0 : 0), guesses.Average(guess => guess.Found.Any(found => found.Tag == guess.Tags[0]) ? 1.0 : 0));
    }

    private static Sketched Prompt(long id, string tag, string text) => Sketched.Of(new PromptText(id, 1, 1, $"p{id}", "", [tag], text));
}
