using Quire.Prompts.Names;
using Quire.Templating.MergePoints;

namespace Quire.Prompts.PromptFiles;

/// <summary>Rules that hold for the blocks of every contribution, however they are written.</summary>
internal static class ContributionParts
{
    public static IReadOnlyList<ContributionPart> FromBlocks(ParseContext context, IReadOnlyList<ContributionBlock> blocks)
    {
        var parts = blocks.Select(block => new ContributionPart
        {
            MergePoint = block.MergePoint,
            Locked = block.Locked,
            Text = new PromptTemplate(block.Body, 0),
            Line = block.Line,
            Column = block.Column,
        }).ToList();
        Check(context, parts);
        return parts;
    }

    public static void Check(ParseContext context, IReadOnlyList<ContributionPart> parts)
    {
        if (parts.Count == 0 && !context.HasErrors)
            context.Error(PromptFileCodes.MissingKey, "The contribution has no block.", "write `{% contribute \"NAME\" %}…{% endcontribute %}`", 1, 1);
        if (parts.Count > PromptLimits.MaxContributionBlocks)
            context.Error(PromptFileCodes.TooMany, $"The contribution has {parts.Count} blocks; at most {PromptLimits.MaxContributionBlocks} are allowed.", "split it", 1, 1);
        var first = new Dictionary<string, ContributionPart>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (!first.TryAdd(part.MergePoint, part))
                context.Error(PromptFileCodes.DuplicateName, $"The merge point `{SafeText.Of(part.MergePoint)}` gets a second block; the first stands in line {first[part.MergePoint].Line}.", "put both texts into one block", part.Line, part.Column);
        }
    }
}
