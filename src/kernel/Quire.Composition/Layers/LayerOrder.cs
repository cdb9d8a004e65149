using Quire.Prompts.PromptFiles;

namespace Quire.Composition.Layers;

/// <summary>Which contributions a request takes, and in which order they stand.</summary>
public static class LayerOrder
{
    /// <summary>
    /// The contributions that take part: those without scope, and those whose scope the request names for their layer. In order
    /// system → tenant → feature → agent; in a layer unscoped before scoped, scoped in request order.
    /// </summary>
    public static IReadOnlyList<PromptSource> Select(IEnumerable<PromptSource> contributions, LayerSelection selection)
    {
        ArgumentNullException.ThrowIfNull(contributions);
        ArgumentNullException.ThrowIfNull(selection);
        return contributions
            .Select(source => (Source: source, Rank: RankOf(source.File.Contribution, selection)))
            .Where(entry => entry.Rank is not null)
            .OrderBy(entry => entry.Source.File.Contribution!.Layer)
            .ThenBy(entry => entry.Rank)
            .Select(entry => entry.Source)
            .ToList();
    }

    /// <summary>Sorts contributions that are already chosen: by layer, unscoped before scoped, else as given.</summary>
    public static IReadOnlyList<PromptSource> Sort(IEnumerable<PromptSource> contributions)
    {
        ArgumentNullException.ThrowIfNull(contributions);
        return contributions
            .OrderBy(source => source.File.Contribution?.Layer)
            .ThenBy(source => source.File.Contribution?.Scope is null ? 0 : 1)
            .ToList();
    }

    // 0 without scope, from 1 by the place of the scope in the request, null where the request does not name it.
    private static int? RankOf(ContributionHeader? header, LayerSelection selection)
    {
        if (header is null)
            return null;
        if (header.Scope is null)
            return 0;
        var scopes = selection.ScopesOf(header.Layer);
        for (var i = 0; i < scopes.Count; i++)
        {
            if (scopes[i] == header.Scope)
                return i + 1;
        }

        return null;
    }
}
