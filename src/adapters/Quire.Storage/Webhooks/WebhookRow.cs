using System.Text.Json;
using Quire.Core.Webhooks;
using Quire.Storage.Sessions;

namespace Quire.Storage.Webhooks;

/// <summary>A row of <c>webhooks</c>.</summary>
internal sealed class WebhookRow
{
    public const string Columns =
        "w.id, w.organisation_id AS OrganisationId, w.webhook_id AS WebhookId, w.url, w.description, w.events, w.projects, w.secret, "
        + "w.previous_secret AS PreviousSecret, w.previous_until AS PreviousUntil, w.disabled_reason AS DisabledReason, w.failing_since AS FailingSince, "
        + "w.created_at AS CreatedAt, w.seen_sequence AS SeenSequence, w.seen_idx AS SeenIdx";

    public long Id { get; set; }

    public long OrganisationId { get; set; }

    public string WebhookId { get; set; } = "";

    public string Url { get; set; } = "";

    public string Description { get; set; } = "";

    public string? Events { get; set; }

    public string? Projects { get; set; }

    public byte[] Secret { get; set; } = [];

    public byte[]? PreviousSecret { get; set; }

    public long? PreviousUntil { get; set; }

    public string? DisabledReason { get; set; }

    public long? FailingSince { get; set; }

    public long CreatedAt { get; set; }

    public long SeenSequence { get; set; }

    public long SeenIdx { get; set; }

    public static WebhookRow Of(Webhook webhook) => new()
    {
        Id = webhook.Row,
        OrganisationId = webhook.OrganisationId,
        WebhookId = webhook.Id,
        Url = webhook.Url,
        Description = webhook.Description,
        Events = Listed(webhook.Events),
        Projects = Listed(webhook.Projects),
        Secret = webhook.Secret,
        PreviousSecret = webhook.PreviousSecret,
        PreviousUntil = Micros.From(webhook.PreviousUntil),
        DisabledReason = webhook.DisabledReason,
        FailingSince = Micros.From(webhook.FailingSince),
        CreatedAt = Micros.From(webhook.CreatedAt),
        SeenSequence = webhook.SeenSequence,
        SeenIdx = webhook.SeenIndex,
    };

    public Webhook ToWebhook() => new()
    {
        Row = Id,
        OrganisationId = OrganisationId,
        Id = WebhookId,
        Url = Url,
        Description = Description,
        Events = Names(Events),
        Projects = Names(Projects),
        Secret = Secret,
        PreviousSecret = PreviousSecret,
        PreviousUntil = Micros.ToTime(PreviousUntil),
        DisabledReason = DisabledReason,
        FailingSince = Micros.ToTime(FailingSince),
        CreatedAt = Micros.ToTime(CreatedAt),
        SeenSequence = SeenSequence,
        SeenIndex = (int)SeenIdx,
    };

    private static string? Listed(IReadOnlyList<string>? names) => names is null ? null : JsonSerializer.Serialize(names);

    private static List<string>? Names(string? json) => json is null ? null : JsonSerializer.Deserialize<List<string>>(json);
}
