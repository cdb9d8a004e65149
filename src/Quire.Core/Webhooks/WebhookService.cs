using System.Security.Cryptography;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Sealing;
using Quire.Core.Stores;

namespace Quire.Core.Webhooks;

/// <summary>Makes, lists, changes and removes webhooks.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="signal">Told of each change.</param>
/// <param name="seal">Seals the secrets.</param>
/// <param name="time">The clock.</param>
public sealed class WebhookService(IStore store, ChangeSignal signal, SecretSeal seal, TimeProvider time)
{
    /// <summary>How long the secret before signs beside the new one: 24 hours.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    private const string ByHand = "by_hand";
    private const int IdLength = 16;
    private readonly WebhookNotices _notices = new(store, signal, time);

    /// <summary>The webhooks that exist for the caller, oldest first.</summary>
    public async Task<IReadOnlyList<Webhook>> List(Principal caller, CancellationToken cancellation = default)
    {
        WebhookRules.Demand(caller);
        var all = await store.Read(session => session.Webhooks.List(caller.OrganisationId), cancellation);
        return [.. all.Where(webhook => WebhookRules.Sees(caller, webhook))];
    }

    /// <summary>One webhook.</summary>
    /// <exception cref="QuireException"><c>webhook_not_found</c>.</exception>
    public Task<Webhook> Get(Principal caller, string id, CancellationToken cancellation = default)
    {
        WebhookRules.Demand(caller);
        return store.Read(session => WebhookRules.Require(session, caller, id), cancellation);
    }

    /// <summary>Makes a webhook. It is told of what happens from now on.</summary>
    /// <exception cref="QuireException"><c>invalid_url</c>, <c>invalid_webhook</c>, <c>project_not_found</c>, <c>forbidden</c>, <c>too_large</c>.</exception>
    public async Task<WebhookChange> Create(Principal caller, NewWebhook wish, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(wish);
        WebhookRules.Demand(caller);
        var (id, secret) = ("wh_" + RandomNumberGenerator.GetHexString(IdLength, lowercase: true), WebhookSecret.Create());
        var (made, sequence) = await _notices.Change(caller.OrganisationId, caller.Id, (session, now) =>
        {
            QuireLimits.Webhooks.Check(session.Webhooks.List(caller.OrganisationId).Count + 1, "The organisation");
            var added = session.Webhooks.Add(New(session, caller, wish, id, secret, now));
            return (added, new WebhookNotice(id, null, WebhookNotice.StateOf(added)));
        }, cancellation);
        return new WebhookChange(made, WebhookSecret.Format(secret), sequence);
    }

    /// <summary>Changes a webhook. Another host, port or scheme gets a new secret: what the old receiver knows is worth nothing to the new one.</summary>
    /// <exception cref="QuireException"><c>webhook_not_found</c>, <c>invalid_url</c>, <c>invalid_webhook</c>, <c>project_not_found</c>, <c>forbidden</c>, <c>too_large</c>.</exception>
    public async Task<WebhookChange> Patch(Principal caller, string id, WebhookPatch patch, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(patch);
        WebhookRules.Demand(caller);
        var fresh = WebhookSecret.Create();
        var ((changed, isFresh), sequence) = await _notices.Change(caller.OrganisationId, caller.Id, (session, now) =>
        {
            var webhook = WebhookRules.Require(session, caller, id);
            var patched = Patched(session, caller, webhook, patch);
            var moves = !IsSamePlace(webhook.Url, patched.Url);
            if (moves)
                patched = patched with { Secret = WebhookSecrets.Seal(seal, caller.OrganisationId, id, fresh), PreviousSecret = null, PreviousUntil = null };
            session.Webhooks.Update(patched);
            if (webhook.DisabledReason is not null && patched.DisabledReason is null)
                Resume(session, webhook, now);
            return ((patched, moves), new WebhookNotice(id, WebhookNotice.StateOf(webhook), WebhookNotice.StateOf(patched)));
        }, cancellation);
        return new WebhookChange(changed, isFresh ? WebhookSecret.Format(fresh) : null, sequence);
    }

    /// <summary>Gives a webhook a new secret. The old one signs beside it for <see cref="Overlap"/>.</summary>
    /// <exception cref="QuireException"><c>webhook_not_found</c>.</exception>
    public async Task<WebhookChange> Rotate(Principal caller, string id, CancellationToken cancellation = default)
    {
        WebhookRules.Demand(caller);
        var secret = WebhookSecret.Create();
        var (rotated, sequence) = await _notices.Change(caller.OrganisationId, caller.Id, (session, now) =>
        {
            var webhook = WebhookRules.Require(session, caller, id);
            var next = webhook with { Secret = WebhookSecrets.Seal(seal, caller.OrganisationId, id, secret), PreviousSecret = webhook.Secret, PreviousUntil = now + Overlap };
            session.Webhooks.Update(next);
            return (next, new WebhookNotice(id, WebhookNotice.StateOf(webhook), "rotated"));
        }, cancellation);
        return new WebhookChange(rotated, WebhookSecret.Format(secret), sequence);
    }

    /// <summary>Removes a webhook and its log. What is under way may still arrive.</summary>
    /// <returns>The number of the change.</returns>
    /// <exception cref="QuireException"><c>webhook_not_found</c>.</exception>
    public async Task<long> Remove(Principal caller, string id, CancellationToken cancellation = default)
    {
        WebhookRules.Demand(caller);
        return (await _notices.Change(caller.OrganisationId, caller.Id, (session, _) =>
        {
            var webhook = WebhookRules.Require(session, caller, id);
            session.Webhooks.Remove(caller.OrganisationId, webhook.Row);
            return (true, new WebhookNotice(id, WebhookNotice.StateOf(webhook), null));
        }, cancellation)).Sequence;
    }

    private Webhook New(ISession session, Principal caller, NewWebhook wish, string id, byte[] secret, DateTimeOffset now) => new()
    {
        OrganisationId = caller.OrganisationId,
        Id = id,
        Url = WebhookRules.Url(wish.Url),
        Description = WebhookRules.Description(wish.Description),
        Events = WebhookRules.Events(wish.Events),
        Projects = WebhookRules.Projects(session, caller, wish.Projects),
        Secret = WebhookSecrets.Seal(seal, caller.OrganisationId, id, secret),
        CreatedAt = now,
        SeenSequence = session.Organisations.Get(caller.OrganisationId)!.Sequence,
    };

    private static Webhook Patched(ISession session, Principal caller, Webhook webhook, WebhookPatch patch) => webhook with
    {
        Url = patch.Url is { } url ? WebhookRules.Url(url) : webhook.Url,
        Description = patch.Description is { } description ? WebhookRules.Description(description) : webhook.Description,
        Events = patch.Events is { } events ? WebhookRules.Events(events) : webhook.Events,
        Projects = patch.Projects is { } projects ? WebhookRules.Projects(session, caller, projects) : webhook.Projects,
        DisabledReason = patch.Enabled switch { true => null, false => webhook.DisabledReason ?? ByHand, null => webhook.DisabledReason },
    };

    // What waits for a later attempt need not wait any longer.
    private static void Resume(ISession session, Webhook webhook, DateTimeOffset now)
    {
        session.Webhooks.SetFailing(webhook.Row, null);
        session.Webhooks.Hasten(webhook.Row, now);
    }

    private static bool IsSamePlace(string before, string after) =>
        Uri.Compare(new Uri(before), new Uri(after), UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
