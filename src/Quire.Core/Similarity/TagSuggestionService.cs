using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Organisations;
using Quire.Core.Stores;

namespace Quire.Core.Similarity;

/// <summary>Suggests tags for prompts, from the project's prompts that the caller sees and from no others.</summary>
/// <param name="store">Where prompts are.</param>
/// <param name="indexes">What is known of their texts.</param>
public sealed class TagSuggestionService(IStore store, SimilarityIndexes indexes)
{
    /// <summary>The tags that might fit a standing prompt and that it does not have, best first.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="projectName">The prompt's project.</param>
    /// <param name="path">Its path.</param>
    /// <param name="limit">How many at most, from 1 to 1,000.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>prompt_not_found</c>, <c>invalid_limit</c>, <c>too_large</c>.</exception>
    public async Task<IReadOnlyList<TagSuggestion>> Suggest(Principal caller, string projectName, string path, int limit = 10, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        caller.Demand(Permissions.Read);
        Paging.Check(limit);
        var index = await indexes.Get(caller.OrganisationId, cancellation);
        return await store.Read(session =>
        {
            var own = new PromptTexts(session).Require(caller, projectName, path);
            var seen = index.Seen(caller, session.ReachedProjects(caller, projectName));
            return Named(session, caller, own, new TagSuggester(Sketched.Of(own), seen).Suggest(limit));
        }, cancellation);
    }

    private static IReadOnlyList<TagSuggestion> Named(ISession session, Principal caller, PromptText own, IReadOnlyList<TagEvidence> found)
    {
        var words = WordSample.Named(own, found.SelectMany(evidence => evidence.Words).ToHashSet());
        var paths = new PromptTexts(session).Of(found.SelectMany(evidence => evidence.Similar).DistinctBy(prompt => prompt.PromptId))
            .Where(text => caller.Sees(text.Layer, text.Scope)).ToDictionary(text => text.PromptId, text => text.Path);
        return [.. found.Select(evidence => new TagSuggestion(evidence.Tag, evidence.Score, [.. evidence.Words.Select(word => words[word])],
            [.. evidence.Similar.Where(prompt => paths.ContainsKey(prompt.PromptId)).Select(prompt => paths[prompt.PromptId])]))];
    }
}
