using Quire.Core.Access;
using Quire.Core.Stores;

namespace Quire.Core.Similarity;

/// <summary>Compares texts exactly, by the n-grams that they have, as they stand in one snapshot.</summary>
/// <param name="session">The snapshot.</param>
/// <param name="caller">Who asks.</param>
/// <param name="projects">The projects that are looked at, by id.</param>
internal sealed class ExactComparison(ISession session, Principal caller, IReadOnlyDictionary<long, string> projects)
{
    private const int Chunk = 100;

    // 64 MB. Beyond it, what comes again is read again.
    private const int MostKept = 16_000_000;

    private readonly PromptTexts _texts = new(session);
    private readonly Dictionary<long, (PromptText Text, uint[] Grams)> _known = [];
    private long _kept;

    /// <summary>Those of the prompts that are like one, the most similar first, then the newest.</summary>
    public IReadOnlyList<SimilarPrompt> Like(PromptText own, IEnumerable<Sketched> others, double least, int limit)
    {
        var grams = TextGrams.Set(own.Body);
        var found = new List<(PromptText Text, double Score)>();
        foreach (var (text, theirs) in others.Chunk(Chunk).SelectMany(Read))
        {
            if (Score(grams, theirs) is var score && score >= least)
                found.Add((text, score));
        }
        return [.. found.OrderByDescending(one => one.Score).ThenByDescending(one => one.Text.PromptId).Take(limit)
            .Select(one => new SimilarPrompt(projects[one.Text.ProjectId], one.Text.Path, one.Text.Number, one.Score, one.Text.Tags))];
    }

    /// <summary>Those of the pairs that are alike, the most similar first, then the oldest.</summary>
    public IReadOnlyList<SimilarPair> Pairs(IEnumerable<(Sketched First, Sketched Second)> pairs, double least)
    {
        var found = new List<(PromptText First, PromptText Second, double Score)>();
        foreach (var chunk in pairs.Chunk(Chunk))
        {
            Keep(chunk.SelectMany(pair => new[] { pair.First, pair.Second }));
            foreach (var (first, second) in chunk)
            {
                if (_known.TryGetValue(first.PromptId, out var one) && _known.TryGetValue(second.PromptId, out var other) && Score(one.Grams, other.Grams) is var score && score >= least)
                    found.Add((one.Text, other.Text, score));
            }
        }
        return [.. found.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.First.PromptId).ThenBy(pair => pair.Second.PromptId)
            .Select(pair => new SimilarPair(Named(pair.First), Named(pair.Second), pair.Score))];
    }

    private static double Score(uint[] left, uint[] right) => Math.Round(TextGrams.Jaccard(left, right), 4);

    private PairedPrompt Named(PromptText text) => new(projects[text.ProjectId], text.Path, text.Number);

    private void Keep(IEnumerable<Sketched> prompts)
    {
        if (_kept > MostKept)
        {
            _known.Clear();
            _kept = 0;
        }
        var missing = prompts.DistinctBy(prompt => prompt.PromptId).Where(prompt => !_known.ContainsKey(prompt.PromptId)).ToList();
        foreach (var (text, grams) in Read(missing))
        {
            _known[text.PromptId] = (text, grams);
            _kept += grams.Length;
        }
    }

    // The index may be older than the snapshot, or newer: only what the snapshot says is told.
    private IEnumerable<(PromptText Text, uint[] Grams)> Read(IEnumerable<Sketched> prompts) => _texts.Of(prompts)
        .Where(text => caller.Sees(text.Layer, text.Scope))
        .Select(text => (text with { Body = "" }, TextGrams.Set(text.Body)));
}
