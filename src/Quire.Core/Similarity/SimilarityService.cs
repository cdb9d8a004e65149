using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Organisations;
using Quire.Core.Stores;

namespace Quire.Core.Similarity;

/// <summary>Finds prompts whose texts are much alike, among those alone that the caller sees: others have no part in an answer.</summary>
/// <param name="store">Where prompts are.</param>
/// <param name="indexes">What is known of their texts.</param>
public sealed class SimilarityService(IStore store, SimilarityIndexes indexes)
{
    /// <summary>The least score of prompts like one, where none is asked for.</summary>
    public const double DefaultLeast = 0.2;

    /// <summary>The least score of pairs, where none is asked for.</summary>
    public const double DefaultLeastOfPairs = 0.4;

    private const double LowestLeast = 0.1;

    // Below it, too few pairs have a band in common.
    private const double LowestLeastOfPairs = 0.3;

    // Sketches only tell about how similar texts are: some more than asked for are compared, so that the best are among them.
    private const int Spare = 50;

    // Looking for pairs takes a core for a while; a second one waits.
    private readonly Turns _pairing = new();

    /// <summary>The standing prompts like one, the most similar first.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="projectName">The prompt's project.</param>
    /// <param name="path">Its path.</param>
    /// <param name="everywhere">Whether all projects that exist for the caller are looked at, and not that one alone.</param>
    /// <param name="least">The least score, from 0.1 to 1.</param>
    /// <param name="limit">How many at most, from 1 to 1,000.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>prompt_not_found</c>, <c>invalid_parameter</c>, <c>invalid_limit</c>, <c>too_large</c>.</exception>
    public async Task<IReadOnlyList<SimilarPrompt>> Like(Principal caller, string projectName, string path, bool everywhere = false, double least = DefaultLeast, int limit = 100, CancellationToken cancellation = default)
    {
        Check(caller, least, LowestLeast, limit);
        var index = await indexes.Get(caller.OrganisationId, cancellation);
        return await store.Read(session =>
        {
            var own = new PromptTexts(session).Require(caller, projectName, path);
            var projects = session.ReachedProjects(caller, everywhere ? null : projectName);
            var nearest = Nearest(index.Seen(caller, projects), own, least, limit + Spare);
            return new ExactComparison(session, caller, projects).Like(own, nearest, least, limit);
        }, cancellation);
    }

    /// <summary>The pairs of standing prompts that are much alike, the most similar first.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="projectName">The project; null for all that exist for the caller.</param>
    /// <param name="least">The least score, from 0.3 to 1.</param>
    /// <param name="limit">How many at most, from 1 to 1,000.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>invalid_parameter</c>, <c>invalid_limit</c>, <c>too_large</c>.</exception>
    public async Task<SimilarPairs> Pairs(Principal caller, string? projectName, double least = DefaultLeastOfPairs, int limit = 100, CancellationToken cancellation = default)
    {
        Check(caller, least, LowestLeastOfPairs, limit);
        var projects = await store.Read(session => session.ReachedProjects(caller, projectName), cancellation);
        var index = await indexes.Get(caller.OrganisationId, cancellation);
        using var turn = await _pairing.Take(alone: true, cancellation);
        var seen = index.Seen(caller, projects).Where(prompt => prompt.Sketch is not null).ToList();
        var pairs = PairFinder.Find([.. seen.Select(prompt => prompt.Sketch!)], TextSketch.LeastAgreement(least), cancellation);
        var likely = pairs.Take((2 * limit) + Spare).Select(pair => (seen[pair.First], seen[pair.Second]));
        var found = await store.Read(session => new ExactComparison(session, caller, projects).Pairs(likely, least), cancellation);
        return new SimilarPairs([.. found.Take(limit)], found.Count > limit || pairs.Count > (2 * limit) + Spare);
    }

    private static void Check(Principal caller, double least, double lowest, int limit)
    {
        ArgumentNullException.ThrowIfNull(caller);
        caller.Demand(Permissions.Read);
        Paging.Check(limit);
        if (!(least >= lowest && least <= 1))
            throw new QuireException(ErrorKind.Invalid, "invalid_parameter", $"The least score is a number from {lowest} to 1.", "Below it, texts share little but their language.");
    }

    private static List<Sketched> Nearest(IReadOnlyList<Sketched> seen, PromptText own, double least, int count)
    {
        if (Sketched.Of(own).Sketch is not { } sketch)
            return [];
        var enough = TextSketch.LeastAgreement(least);
        return [.. seen.Where(prompt => prompt.Sketch is not null && prompt.PromptId != own.PromptId)
            .Select(prompt => (Prompt: prompt, Agreement: TextSketch.Agreement(sketch, prompt.Sketch)))
            .Where(found => found.Agreement >= enough)
            .OrderByDescending(found => found.Agreement).ThenByDescending(found => found.Prompt.PromptId)
            .Take(count).Select(found => found.Prompt)];
    }
}
