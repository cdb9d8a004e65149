using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Organisations;
using Quire.Core.Outbound;
using Quire.Core.Stores;

namespace Quire.Core.Webhooks;

/// <summary>What a webhook may say, and who sees it.</summary>
internal static class WebhookRules
{
    /// <summary>Refuses callers who may not manage webhooks.</summary>
    /// <exception cref="QuireException"><c>forbidden</c>.</exception>
    public static void Demand(Principal caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        caller.Demand(Permissions.Manage);
        // Messages tell of every tenant's contributions.
        caller.DemandUnbound();
    }

    /// <summary>Whether the webhook exists for the caller: it must not tell of more than the caller reaches.</summary>
    public static bool Sees(Principal caller, Webhook webhook) => caller.Projects is null || webhook.Projects?.All(caller.Reaches) == true;

    /// <summary>The webhook of that id.</summary>
    /// <exception cref="QuireException"><c>webhook_not_found</c>.</exception>
    public static Webhook Require(ISession session, Principal caller, string id) =>
        session.Webhooks.Find(caller.OrganisationId, id) is { } found && Sees(caller, found)
            ? found
            : throw new QuireException(ErrorKind.NotFound, "webhook_not_found", $"There is no webhook '{(id.Length > 100 ? id[..100] + "…" : id)}'.", "List them with: quire webhooks list");

    /// <summary>Checks a URL as people give it.</summary>
    /// <exception cref="QuireException"><c>invalid_url</c>, <c>too_large</c>.</exception>
    public static string Url(string url) => OutboundUrl.Parse(url).AbsoluteUri;

    /// <summary>Checks a description.</summary>
    /// <exception cref="QuireException"><c>too_large</c>.</exception>
    public static string Description(string text)
    {
        QuireLimits.WebhookDescription.Check(text.Length, "The description");
        return text;
    }

    /// <summary>Checks a filter of events.</summary>
    /// <returns>The events; null for all.</returns>
    /// <exception cref="QuireException"><c>invalid_webhook</c>.</exception>
    public static IReadOnlyList<string>? Events(IReadOnlyList<string> events)
    {
        if (events.FirstOrDefault(name => !WebhookEvents.All.Contains(name)) is { } unknown)
        {
            throw new QuireException(ErrorKind.Invalid, "invalid_webhook", $"'{(unknown.Length > 100 ? unknown[..100] + "…" : unknown)}' is no event of webhooks.",
                $"Events are {string.Join(", ", WebhookEvents.All)}.");
        }
        return events.Count == 0 ? null : [.. events.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Checks a filter of projects.</summary>
    /// <returns>The projects; null for all.</returns>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>forbidden</c>, <c>too_large</c>.</exception>
    public static IReadOnlyList<string>? Projects(ISession session, Principal caller, IReadOnlyList<string> projects)
    {
        QuireLimits.WebhookProjects.Check(projects.Count, "The webhook");
        if (projects.Count == 0 && caller.Projects is not null)
            throw new QuireException(ErrorKind.Forbidden, "forbidden", "A key that is limited to projects can only make webhooks that name some of them.", "Name the projects.");
        foreach (var project in projects)
            session.RequireProject(caller, project);
        return projects.Count == 0 ? null : [.. projects.Distinct().Order(StringComparer.Ordinal)];
    }
}
