using Quire.Prompts.PromptFiles;

namespace Quire.AspNetCore.Prompts;

/// <summary>An item of a chat prompt: a message, a placeholder or a merge point.</summary>
internal sealed record MessageAnswer
{
    /// <summary>The role of a message.</summary>
    public string? Role { get; init; }

    /// <summary>The template of a message.</summary>
    public string? Content { get; init; }

    /// <summary>The name of a placeholder, which takes messages when rendered.</summary>
    public string? Placeholder { get; init; }

    /// <summary>The name of a merge point, which takes messages from layers.</summary>
    public string? MergePoint { get; init; }

    /// <summary>How contributions and the default go together.</summary>
    public string? Behavior { get; init; }

    /// <summary>Whether it is an error when a merge point stays empty.</summary>
    public bool? Required { get; init; }

    /// <summary>Whether nobody may contribute.</summary>
    public bool? Locked { get; init; }

    /// <summary>Whether it takes user text, and only that.</summary>
    public bool? User { get; init; }

    /// <summary>What stands at a merge point where nobody contributes.</summary>
    public IReadOnlyList<MessageAnswer>? Default { get; init; }

    /// <summary>The item of a file.</summary>
    public static MessageAnswer Of(ChatItem item) => item switch
    {
        ChatItem.Message message => new() { Role = message.Role, Content = message.Content.Source },
        ChatItem.Placeholder placeholder => new() { Placeholder = placeholder.Name },
        ChatItem.MergePoint point => Of(point),
        _ => throw new InvalidOperationException($"A chat item of the unknown kind {item.GetType().Name}."),
    };

    private static MessageAnswer Of(ChatItem.MergePoint point) => new()
    {
        MergePoint = point.Name,
        Behavior = Words.Of(point.Behavior),
        Required = point.Required,
        Locked = point.Locked,
        User = point.User,
        Default = point.Default.Count > 0 ? [.. point.Default.Select(Of)] : null,
    };
}
