namespace Quire.Core.Webhooks;

/// <summary>What changes of a webhook; null leaves it.</summary>
public sealed record WebhookPatch
{
    /// <summary>Where messages go. Another host, port or scheme gets a new secret.</summary>
    public string? Url { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The events it is told of; empty for all.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>The projects it is told of; empty for all.</summary>
    public IReadOnlyList<string>? Projects { get; init; }

    /// <summary>Whether messages are sent. What happened while they were not is sent when they are again.</summary>
    public bool? Enabled { get; init; }
}
