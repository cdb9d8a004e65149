namespace Quire.Core.Webhooks;

/// <summary>A webhook to make.</summary>
public sealed record NewWebhook
{
    /// <summary>Where messages go: an http or https URL.</summary>
    public required string Url { get; init; }

    /// <summary>What it is for; at most 500 characters.</summary>
    public string Description { get; init; } = "";

    /// <summary>The events it is told of; empty for all.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>The projects it is told of; empty for all.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];
}
