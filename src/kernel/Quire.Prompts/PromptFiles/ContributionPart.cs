namespace Quire.Prompts.PromptFiles;

/// <summary>What a contribution gives to one merge point: a text or whole messages.</summary>
public sealed record ContributionPart
{
    /// <summary>The merge point's name.</summary>
    public required string MergePoint { get; init; }

    /// <summary>Whether it locks the point for strictly higher layers.</summary>
    public bool Locked { get; init; }

    /// <summary>The text; null where it gives messages.</summary>
    public PromptTemplate? Text { get; init; }

    /// <summary>The messages; null where it gives a text.</summary>
    public IReadOnlyList<ChatItem.Message>? Messages { get; init; }

    /// <summary>The line in the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The column in the file, from 1.</summary>
    public required int Column { get; init; }

    internal IEnumerable<PromptTemplate> Templates() =>
        Text is not null ? [Text] : Messages?.Select(message => message.Content) ?? [];
}
