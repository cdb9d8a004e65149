using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>What changes of a webhook; what is absent stays.</summary>
internal sealed record WebhookPatchBody
{
    /// <summary>Where messages go.</summary>
    public string? Url { get; init; }

    /// <summary>What it is for; at most 500 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The events that it is told of; empty for all.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>The projects that it is told of; empty for all.</summary>
    public IReadOnlyList<string>? Projects { get; init; }

    /// <summary>Whether messages are sent. What happened while they were not is sent when they are again.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The wish as Core takes it.</summary>
    public WebhookPatch ToPatch() => new() { Url = Url, Description = Description, Events = Events, Projects = Projects, Enabled = Enabled };
}
