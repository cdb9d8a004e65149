using System.Text;
using Quire.Composition.Layers;
using Quire.Core.Caching;

namespace Quire.Core.Composing;

/// <summary>The key of a plan: the hash over the hashes of its contents, in the order in which they stand. Computed once, when a pointer has moved.</summary>
internal static class PlanKey
{
    /// <summary>The key of a base prompt with its contributions.</summary>
    public static CacheKey Of(long organisationId, PromptSource basePrompt, IReadOnlyList<PromptSource> contributions)
    {
        var hashes = new StringBuilder(basePrompt.ContentHash);
        foreach (var contribution in contributions)
            hashes.Append('|').Append(contribution.ContentHash);
        // What a base was called decides which contributions fit it, so its former paths are part of the plan.
        foreach (var path in basePrompt.FormerPaths)
            hashes.Append('<').Append(path.Value);
        return new CacheKey(organisationId, Hash256.Of(hashes.ToString()));
    }
}
