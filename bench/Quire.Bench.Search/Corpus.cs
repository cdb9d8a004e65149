using System.Globalization;
using System.Text;
using Quire.Testing.Traffic;

namespace Quire.Bench.Search;

/// <summary>
/// Synthetic prompts, each made from its number and the seed alone. Words follow Zipf's law with exponent 1 over 50,000 made-up words; texts have 40 to 640 words,
/// 120 on average. One prompt in ten is a tenant's contribution.
/// </summary>
internal sealed class Corpus(int seed)
{
    public const string Alias = "production";
    public const string RareAlias = "canary";

    private const int Vocabulary = 50_000;
    private const int Shortest = 40;
    private const int Longest = 640;
    private const double Further = 80;
    private const int Teams = 60;
    private const int Topics = 20;
    private const int AllTags = 300;
    private const int Tenants = 50;

    private static readonly string[] Onsets = ["b", "br", "d", "f", "g", "gr", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "w", "z"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u"];
    private static readonly string[] Categories = ["support", "legal", "sales", "coding", "review", "search", "writing", "planning"];

    private readonly Zipf _words = new(Vocabulary, 1);
    private readonly Zipf _tags = new(AllTags, 1);
    private readonly Zipf _teams = new(Teams, 0.7);

    /// <summary>A word by its rank from 0, the most frequent.</summary>
    public static string Word(int rank)
    {
        var word = new StringBuilder();
        for (var rest = rank + 1; rest > 0; rest /= 100)
            word.Append(Onsets[rest % 100 / 5]).Append(Vowels[rest % 5]);
        return word.ToString();
    }

    /// <summary>The project of a prompt: one in twenty stands in the second.</summary>
    public static int Project(int number) => number % 20 == 7 ? 1 : 0;

    /// <summary>The aliases of a prompt: one in ten has the first, one in a thousand the second.</summary>
    public static IEnumerable<string> Aliases(int number)
    {
        if (number % 10 == 0)
            yield return Alias;
        if (number % 1000 == 3)
            yield return RareAlias;
    }

    /// <summary>The prompt of that number.</summary>
    public MadePrompt Make(int number)
    {
        var random = new Random(unchecked((seed * 31) + number));
        var ranks = Ranks(random, Length(random));
        var description = Sentence(Ranks(random, random.Next(5, 12)));
        var tags = Enumerable.Range(0, random.Next(4)).Select(_ => $"tag-{Word(_tags.Next(random))}").Distinct().ToArray();
        var category = Categories[random.Next(Categories.Length)];
        var tenant = number % 10 == 9 ? string.Create(CultureInfo.InvariantCulture, $"t{random.Next(Tenants):00}") : null;
        var prompt = new MadePrompt
        {
            Path = string.Create(CultureInfo.InvariantCulture, $"team{_teams.Next(random):00}/topic{random.Next(Topics):00}/{Word(_words.Next(random))}-{number}"),
            File = "",
            Ranks = ranks,
            Description = description,
            Tags = tags,
            Category = category,
            Author = string.Create(CultureInfo.InvariantCulture, $"author{random.Next(40):00} <a@example.org>"),
            Tenant = tenant,
        };
        return prompt with { File = File(prompt) };
    }

    private static int Length(Random random) => Math.Min(Longest, Shortest + (int)(-Further * Math.Log(1 - random.NextDouble())));

    private List<int> Ranks(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => _words.Next(random))];

    private static string File(MadePrompt prompt)
    {
        var front = $"description: {prompt.Description}\ntags: [{string.Join(", ", prompt.Tags)}]\ncategory: {prompt.Category}\n";
        return prompt.Tenant is { } tenant
            ? $"---\n{front}extends: base\nlayer: tenant\nscope: {tenant}\n---\n{{% contribute \"tone\" %}}{Sentence(prompt.Ranks)}{{% endcontribute %}}\n"
            : $"---\n{front}---\n{Sentence(prompt.Ranks)}\n";
    }

    private static string Sentence(IReadOnlyList<int> ranks)
    {
        var text = new StringBuilder();
        for (var index = 0; index < ranks.Count; index++)
            text.Append(index == 0 ? "" : index % 12 == 0 ? ".\n" : " ").Append(Word(ranks[index]));
        return text.ToString();
    }
}
