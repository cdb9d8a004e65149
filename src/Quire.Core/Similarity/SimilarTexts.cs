namespace Quire.Core.Similarity;

/// <summary>Finds texts that are much alike, by locality-sensitive hashing of their sketches; what it finds is then compared exactly.</summary>
public sealed class SimilarTexts
{
    // A bucket that very many texts share (a licence, an empty template) would make all pairs of them candidates.
    private const int MaxBucket = 200;

    // How far below the wanted value an estimate may lie: more than three standard errors.
    private const double Slack = 0.15;

    private readonly IReadOnlyList<TextSketch?> _sketches;
    private readonly Func<int, uint[]> _grams;
    private readonly Dictionary<(int, uint, uint, uint), List<int>> _buckets = [];

    /// <summary>Sorts sketches into buckets.</summary>
    /// <param name="sketches">The sketches of the texts; null where a text has no n-grams.</param>
    /// <param name="grams">The n-grams of a text by its place, for candidates only.</param>
    public SimilarTexts(IReadOnlyList<TextSketch?> sketches, Func<int, uint[]> grams)
    {
        ArgumentNullException.ThrowIfNull(sketches);
        (_sketches, _grams) = (sketches, grams);
        for (var text = 0; text < sketches.Count; text++)
        {
            for (var band = 0; sketches[text] is { } sketch && band < TextSketch.Bands; band++)
                Bucket(sketch, band).Add(text);
        }
    }

    /// <summary>The texts like one of them, the most similar first, then by place.</summary>
    /// <param name="text">The place of the text.</param>
    /// <param name="least">The least Jaccard index that is wanted, from 0 to 1.</param>
    public IReadOnlyList<(int Text, double Score)> Like(int text, double least)
    {
        if (_sketches[text] is not { } sketch)
            return [];
        var own = _grams(text);
        return [.. Candidates(text, sketch, least)
            .Select(other => (other, TextGrams.Jaccard(own, _grams(other)))).Where(found => found.Item2 >= least)
            .OrderByDescending(found => found.Item2).ThenBy(found => found.other)];
    }

    /// <summary>The pairs of texts that are much alike, the most similar first, then by places.</summary>
    /// <param name="least">The least Jaccard index that is wanted, from 0 to 1.</param>
    /// <param name="cancellation">Ends the search.</param>
    public IReadOnlyList<(int First, int Second, double Score)> Pairs(double least, CancellationToken cancellation = default)
    {
        var pairs = new HashSet<(int First, int Second, double Score)>();
        for (var text = 0; text < _sketches.Count; text++)
        {
            cancellation.ThrowIfCancellationRequested();
            // A full bucket shows its later texts less than the whole of it, so a pair may be found from one side only.
            foreach (var (other, score) in Like(text, least))
                pairs.Add((Math.Min(text, other), Math.Max(text, other), score));
        }
        return [.. pairs.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.First).ThenBy(pair => pair.Second)];
    }

    private List<int> Bucket(TextSketch sketch, int band)
    {
        var key = sketch.Band(band);
        if (!_buckets.TryGetValue(key, out var bucket))
            _buckets.Add(key, bucket = []);
        return bucket;
    }

    private HashSet<int> Candidates(int text, TextSketch sketch, double least)
    {
        var found = new HashSet<int>();
        for (var band = 0; band < TextSketch.Bands; band++)
        {
            foreach (var other in Bucket(sketch, band).Where(other => other != text).Take(MaxBucket))
                found.Add(other);
        }
        found.RemoveWhere(other => _sketches[other]!.Agreement(sketch) < least - Slack);
        return found;
    }
}
