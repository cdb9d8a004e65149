using Quire.Prompts.PromptFiles;

namespace Quire.Composition.Plans;

/// <summary>What one layer gives to one merge point.</summary>
/// <param name="Layer">The layer's place in the plan, from 1; also its identity in provenance.</param>
/// <param name="Part">The block.</param>
internal sealed record PointFill(int Layer, ContributionPart Part)
{
    /// <summary>The request variables that the text reads; null where it may read any, because it includes other templates.</summary>
    public IReadOnlySet<string>? Reads { get; } = ReadsOf(Part);

    private static HashSet<string>? ReadsOf(ContributionPart part)
    {
        if (part.Text?.Template is not { } template || template.References.Count > 0 || template.HasDynamicReferences)
            return null;
        return template.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
    }
}
