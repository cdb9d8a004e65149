using Quire.Templating.MergePoints;

namespace Quire.Prompts.PromptFiles;

/// <summary>An item of a chat prompt's <c>messages</c>.</summary>
public abstract record ChatItem
{
    private ChatItem()
    {
    }

    /// <summary>The line in the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The column in the file, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>A message whose content is a template.</summary>
    public sealed record Message(string Role, PromptTemplate Content) : ChatItem
    {
        internal override IEnumerable<PromptTemplate> Templates() => [Content];
    }

    /// <summary>Takes messages when the prompt is rendered.</summary>
    public sealed record Placeholder(string Name) : ChatItem;

    /// <summary>Takes whole messages from layers, or the user's text as one message.</summary>
    /// <param name="Name">The merge point.</param>
    /// <param name="Behavior">How contributions and <paramref name="Default"/> go together.</param>
    /// <param name="Required">Whether having neither is an error.</param>
    /// <param name="Locked">Whether nobody may contribute.</param>
    /// <param name="User">Whether it takes user text, and only that.</param>
    /// <param name="Default">The messages that stand where nobody contributes; with <c>inject</c>, a placeholder named <c>contributions</c> marks the place.</param>
    public sealed record MergePoint(string Name, MergeBehavior Behavior, bool Required, bool Locked, bool User, IReadOnlyList<ChatItem> Default) : ChatItem
    {
        internal override IEnumerable<PromptTemplate> Templates() => Default.SelectMany(item => item.Templates());
    }

    internal virtual IEnumerable<PromptTemplate> Templates() => [];
}
