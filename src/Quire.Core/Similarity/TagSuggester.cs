namespace Quire.Core.Similarity;

/// <summary>
/// Tells which tags fit a prompt, by the tags of those that are like it and by words that are characteristic for a tag. It counts among the prompts that it
/// is given and nowhere else.
/// </summary>
internal sealed class TagSuggester
{
    private const int Voters = 20;
    private const int MostNamed = 5;

    // A word is characteristic for a tag where at least so many of its prompts have it.
    private const int LeastPrompts = 2;

    // Both kinds of evidence were weighed on the patterns of tests/data: docs/similarity.md has the figures.
    private const double Smoothing = 0.5;
    private const double WordWeight = 2;
    private const double SketchWeight = 3;

    private readonly Sketched _own;
    private readonly List<(Sketched Prompt, List<int> Common)> _tagged;
    private readonly double[] _rareness;
    private readonly int[] _having;

    /// <summary>Looks at prompts.</summary>
    /// <param name="own">The prompt that is to be tagged.</param>
    /// <param name="others">Other prompts; those without a tag say nothing.</param>
    public TagSuggester(Sketched own, IEnumerable<Sketched> others)
    {
        _own = own;
        _tagged = [.. others.Where(other => other.Tags.Count > 0 && other.PromptId != own.PromptId).Select(other => (other, Common(own.Words, other.Words)))];
        _having = new int[own.Words.Length];
        foreach (var word in _tagged.SelectMany(other => other.Common))
            _having[word]++;
        _rareness = [.. _having.Select(having => Math.Log((_tagged.Count + 1.0) / (having + 1)))];
    }

    /// <summary>The tags that fit, best first; at most <paramref name="limit"/>. Those that the prompt has are left out.</summary>
    public IReadOnlyList<TagEvidence> Suggest(int limit)
    {
        var voters = _tagged.Select(other => (Weight: Likeness(other.Prompt, other.Common), other.Prompt)).Where(other => other.Weight > 0)
            .OrderByDescending(other => other.Weight).ThenBy(other => other.Prompt.PromptId).Take(Voters).ToList();
        var all = voters.Sum(voter => voter.Weight);
        return [.. voters.SelectMany(voter => voter.Prompt.Tags).Distinct(StringComparer.Ordinal).Except(_own.Tags, StringComparer.Ordinal)
            .Select(tag => Evidence(tag, [.. voters.Where(voter => voter.Prompt.Tags.Contains(tag))], all))
            .OrderByDescending(evidence => evidence.Score).ThenBy(evidence => evidence.Tag, StringComparer.Ordinal).Take(limit)];
    }

    private TagEvidence Evidence(string tag, List<(double Weight, Sketched Prompt)> voters, double all)
    {
        var words = Characteristic(tag);
        var share = voters.Sum(voter => voter.Weight) / all;
        var wording = Math.Min(1, WordWeight * words.Sum(word => word.Weight) / _own.Words.Length);
        return new TagEvidence(tag, Math.Round((share + wording) / 2, 4), [.. words.Take(MostNamed).Select(word => word.Hash)], [.. voters.Select(voter => voter.Prompt).Take(MostNamed)]);
    }

    // How much more often prompts with the tag have a word than others do, as a logarithm; only what speaks for the tag.
    private List<(uint Hash, double Weight)> Characteristic(string tag)
    {
        var with = new int[_own.Words.Length];
        var prompts = 0;
        foreach (var (_, common) in _tagged.Where(other => other.Prompt.Tags.Contains(tag)))
        {
            prompts++;
            foreach (var word in common)
                with[word]++;
        }
        return [.. _own.Words.Select((hash, word) => (Hash: hash, Weight: with[word] < LeastPrompts ? 0 : Ratio(with[word], prompts, _having[word], _tagged.Count)))
            .Where(word => word.Weight > 0).OrderByDescending(word => word.Weight).ThenBy(word => word.Hash)];
    }

    private static double Ratio(int with, int prompts, int having, int all) =>
        Math.Log((with + Smoothing) / (prompts + (2 * Smoothing)) / ((having - with + Smoothing) / (all - prompts + (2 * Smoothing))));

    // Words in common, rare ones more, by how many there are; and more yet where the texts are alike.
    private double Likeness(Sketched other, List<int> common)
    {
        var words = common.Sum(word => _rareness[word] * _rareness[word]) / Math.Sqrt(Math.Max(1, other.Words.Length));
        var alike = _own.Sketch is null || other.Sketch is null ? 0 : (double)TextSketch.Agreement(_own.Sketch, other.Sketch) / TextSketch.Places;
        return words * (1 + (SketchWeight * alike));
    }

    // The places of the own words that the other has too. Both ascend.
    private static List<int> Common(uint[] own, uint[] other)
    {
        var common = new List<int>();
        for (int i = 0, j = 0; i < own.Length && j < other.Length;)
        {
            if (own[i] == other[j])
                common.Add(i);
            (i, j) = own[i] <= other[j] ? (i + 1, own[i] == other[j] ? j + 1 : j) : (i, j + 1);
        }
        return common;
    }
}
