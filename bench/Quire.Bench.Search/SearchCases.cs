using System.Security.Cryptography;
using System.Text;
using Quire.Core.Search;

namespace Quire.Bench.Search;

/// <summary>Searches as people would do them: the words of one search stand together in some prompt, and its filter fits that prompt.</summary>
internal sealed class SearchCases(Corpus corpus, int prompts, int seed)
{
    // Words in nearly every prompt, which nobody looks for.
    private const int Stops = 10;

    // A word of these ranks is in 5 to 45 % of the prompts.
    private const int CommonFrom = 15;
    private const int CommonTo = 200;

    private readonly Random _random = new(seed);

    /// <summary>One common word.</summary>
    public SearchCase Common() => Of([Corpus.Word(_random.Next(CommonFrom, CommonTo))]);

    /// <summary>So many words of one prompt's text.</summary>
    public SearchCase Words(int count) => Of(Some(Any(prompt => Distinct(prompt).Count >= count), count));

    /// <summary>Words of one prompt, and one of its tags.</summary>
    public SearchCase Tagged(int count)
    {
        var prompt = Any(made => made.Tags.Length > 0 && Distinct(made).Count >= count);
        var tag = prompt.Tags[_random.Next(prompt.Tags.Length)];
        return Filtered(prompt, count, request => request with { Tag = tag }, Mark(1, tag));
    }

    /// <summary>Words of one prompt, and its category.</summary>
    public SearchCase Categorised(int count)
    {
        var prompt = Any(made => Distinct(made).Count >= count);
        return Filtered(prompt, count, request => request with { Category = prompt.Category }, Mark(2, prompt.Category));
    }

    /// <summary>Words of one prompt, and the folder that it stands in.</summary>
    public SearchCase InFolder(int count)
    {
        var prompt = Any(made => Distinct(made).Count >= count);
        var folder = prompt.Path[..prompt.Path.IndexOf('/', StringComparison.Ordinal)];
        return Filtered(prompt, count, request => request with { Folder = folder }, Mark(6, folder + "/"));
    }

    private SearchCase Filtered(MadePrompt prompt, int count, Func<SearchRequest, SearchRequest> filter, string mark)
    {
        var plain = Of(Some(prompt, count));
        return new SearchCase(filter(plain.Request), [.. plain.Words, mark]);
    }

    private static SearchCase Of(IReadOnlyList<string> words) => new(new SearchRequest { Text = string.Join(' ', words) }, words);

    private MadePrompt Any(Func<MadePrompt, bool> fits)
    {
        while (true)
        {
            if (corpus.Make(_random.Next(prompts)) is var prompt && fits(prompt))
                return prompt;
        }
    }

    private string[] Some(MadePrompt prompt, int count)
    {
        var words = Distinct(prompt).ToArray();
        _random.Shuffle(words);
        return [.. words.Take(count)];
    }

    private static List<string> Distinct(MadePrompt prompt) => [.. prompt.Ranks.Where(rank => rank >= Stops).Distinct().Select(Corpus.Word)];

    // As the index has a filter's value.
    private static string Mark(int field, string value) => $"¶{field}x{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, 16))}";
}
