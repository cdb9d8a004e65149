using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>A webhook to make.</summary>
internal sealed record NewWebhookBody
{
    /// <summary>Where messages go: an http or https URL without user name, password and fragment.</summary>
    public required string Url { get; init; }

    /// <summary>What it is for; at most 500 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The events that it is told of: <c>version.created</c>, <c>alias.moved</c>, <c>branch.merged</c>; absent or empty for all.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>The projects that it is told of; absent or empty for all.</summary>
    public IReadOnlyList<string>? Projects { get; init; }

    /// <summary>The wish as Core takes it.</summary>
    public NewWebhook ToNewWebhook() => new() { Url = Url, Description = Description ?? "", Events = Events ?? [], Projects = Projects ?? [] };
}
