using Quire.Core.Webhooks;
using Quire.Storage.Changes;
using Quire.Storage.Sessions;

namespace Quire.Storage.Webhooks;

/// <inheritdoc cref="IWebhooks"/>
internal sealed class WebhookTable(Db db) : IWebhooks
{
    private const string Selection = $"SELECT {WebhookRow.Columns} FROM webhooks w";
    private const string One = $"{Selection} WHERE w.organisation_id = @organisationId AND w.webhook_id = @id";
    private const string All = $"{Selection} WHERE w.organisation_id = @organisationId ORDER BY w.id";
    private const string ReadyOnes = $"{Selection} JOIN organisations o ON o.id = w.organisation_id WHERE w.disabled_reason IS NULL AND (o.sequence > w.seen_sequence "
        + "OR w.seen_idx < 2147483647 OR EXISTS (SELECT 1 FROM webhook_deliveries d WHERE d.webhook = w.id AND d.due_at <= @now)) ORDER BY w.id";
    private const string Insertion =
        "INSERT INTO webhooks (organisation_id, webhook_id, url, description, events, projects, secret, previous_secret, previous_until, disabled_reason, failing_since, "
        + "created_at, seen_sequence, seen_idx, lease_until, fence) VALUES (@OrganisationId, @WebhookId, @Url, @Description, @Events, @Projects, @Secret, @PreviousSecret, "
        + "@PreviousUntil, @DisabledReason, @FailingSince, @CreatedAt, @SeenSequence, @SeenIdx, 0, 0) RETURNING id";
    private const string Settings =
        "UPDATE webhooks SET url = @Url, description = @Description, events = @Events, projects = @Projects, secret = @Secret, previous_secret = @PreviousSecret, "
        + "previous_until = @PreviousUntil, disabled_reason = @DisabledReason WHERE organisation_id = @OrganisationId AND id = @Id";
    private const string Taking =
        "UPDATE webhooks SET fence = CASE WHEN lease_owner = @owner THEN fence ELSE fence + 1 END, lease_owner = @owner, lease_until = @until WHERE id = @webhook "
        + "AND (@alone = 1 OR lease_owner IS NULL OR lease_owner = @owner OR lease_until < @now OR lease_until > @until) RETURNING fence";
    private const string GivingBack = "UPDATE webhooks SET lease_owner = NULL, lease_until = 0 WHERE id = @webhook AND fence = @fence";
    private const string Pending = "SELECT 1 FROM webhook_deliveries WHERE webhook = @webhook AND state = 0 ORDER BY sequence, idx LIMIT 1 OFFSET @before";
    private const string DueOnes =
        $"SELECT {DeliveryRow.Columns}, {FeedRowData.Columns} FROM webhook_deliveries d JOIN feed f ON f.organisation_id = @organisationId AND f.sequence = d.sequence "
        + "AND f.idx = d.idx WHERE d.webhook = @webhook AND d.due_at <= @now ORDER BY d.due_at, d.sequence, d.idx LIMIT @limit";
    private const string OneDelivery = $"SELECT {DeliveryRow.Columns} FROM webhook_deliveries d WHERE d.webhook = @webhook AND d.sequence = @sequence AND d.idx = @index";
    private const string Settlement =
        "UPDATE webhook_deliveries SET state = @State, due_at = @DueAt, attempts = @Attempts, attempted_at = @AttemptedAt, status = @Status, error = @Error, detail = @Detail, "
        + "duration = @Duration WHERE webhook = @Webhook AND sequence = @Sequence AND idx = @Idx";
    private const string Promotion =
        "UPDATE webhook_deliveries SET due_at = @now WHERE webhook = @webhook AND (sequence, idx) = (SELECT sequence, idx FROM webhook_deliveries "
        + "WHERE webhook = @webhook AND order_key = @orderKey AND state = 0 ORDER BY sequence, idx LIMIT 1) "
        + "AND NOT EXISTS (SELECT 1 FROM webhook_deliveries e WHERE e.webhook = @webhook AND e.order_key = @orderKey AND e.due_at IS NOT NULL)";
    private const string Hurry = "UPDATE webhook_deliveries SET due_at = @now WHERE webhook = @webhook AND due_at > @now";
    private const string Forgetting =
        "DELETE FROM webhook_deliveries WHERE webhook = @webhook AND state = @state AND (sequence, idx) <= (SELECT sequence, idx FROM webhook_deliveries "
        + "WHERE webhook = @webhook AND state = @state ORDER BY sequence DESC, idx DESC LIMIT 1 OFFSET @keep)";

    private static readonly Insert NewDeliveries = new("webhook_deliveries", ["webhook", "sequence", "idx", "order_key", "state", "due_at", "attempts"]);

    public Webhook? Find(long organisationId, string id) => db.Find<WebhookRow>(One, new { organisationId, id })?.ToWebhook();

    public IReadOnlyList<Webhook> List(long organisationId) => Webhooks(All, new { organisationId });

    public IReadOnlyList<Webhook> ListReady(DateTimeOffset now) => Webhooks(ReadyOnes, new { now = Micros.From(now) });

    public Webhook Add(Webhook webhook) => webhook with { Row = db.Find<long>(Insertion, WebhookRow.Of(webhook)) };

    public void Update(Webhook webhook) => db.Execute(Settings, WebhookRow.Of(webhook));

    public void Remove(long organisationId, long webhook)
    {
        db.Execute("DELETE FROM webhook_deliveries WHERE webhook = @webhook", new { webhook });
        db.Execute("DELETE FROM webhooks WHERE organisation_id = @organisationId AND id = @webhook", new { organisationId, webhook });
    }

    public long? Lease(long webhook, string owner, DateTimeOffset now, DateTimeOffset until, bool isAlone) =>
        db.Find<long?>(Taking, new { webhook, owner, now = Micros.From(now), until = Micros.From(until), alone = isAlone ? 1L : 0L });

    public void Release(long webhook, long fence) => db.Execute(GivingBack, new { webhook, fence });

    public bool Holds(long webhook, long fence) => db.Find<long?>("SELECT fence FROM webhooks WHERE id = @webhook", new { webhook }) == fence;

    public void SetSeen(long webhook, long sequence, int index) =>
        db.Execute("UPDATE webhooks SET seen_sequence = @sequence, seen_idx = @index WHERE id = @webhook", new { webhook, sequence, index = (long)index });

    public void SetFailing(long webhook, DateTimeOffset? since) =>
        db.Execute("UPDATE webhooks SET failing_since = @since WHERE id = @webhook", new { webhook, since = Micros.From(since) });

    public void AddDeliveries(IReadOnlyCollection<WebhookDelivery> deliveries) => db.Insert(NewDeliveries, deliveries.Select(delivery => new object?[]
    {
        delivery.Webhook, delivery.Sequence, (long)delivery.Index, delivery.OrderKey, (long)delivery.State, Micros.From(delivery.DueAt), (long)delivery.Attempts,
    }));

    public bool HasPending(long webhook, int count) => db.Find<long>(Pending, new { webhook, before = count - 1 }) == 1;

    public IReadOnlyList<string> PendingKeys(long webhook, IReadOnlyCollection<string> keys) => db.Query<string>(
        $"SELECT DISTINCT order_key FROM webhook_deliveries WHERE webhook = @webhook AND state = 0 AND {db.Dialect.In("order_key", "@keys")}",
        new { webhook, keys = db.Dialect.List(keys) });

    public IReadOnlyList<DueDelivery> ListDue(Webhook webhook, DateTimeOffset now, int limit) => db.Query<DeliveryRow, FeedRowData, DueDelivery>(
        DueOnes, (delivery, row) => new DueDelivery(delivery.ToDelivery(), row.ToFeedRow()),
        new { organisationId = webhook.OrganisationId, webhook = webhook.Row, now = Micros.From(now), limit }, "OrganisationId");

    public WebhookDelivery? FindDelivery(long webhook, long sequence, int index) =>
        db.Find<DeliveryRow>(OneDelivery, new { webhook, sequence, index = (long)index })?.ToDelivery();

    public IReadOnlyList<WebhookDelivery> ListDeliveries(long webhook, DeliveryState? state, (long Sequence, int Index)? before, int limit)
    {
        var sql = $"SELECT {DeliveryRow.Columns} FROM webhook_deliveries d WHERE d.webhook = @webhook{(state is null ? "" : " AND d.state = @state")} "
            + "AND (d.sequence, d.idx) < (@sequence, @index) ORDER BY d.sequence DESC, d.idx DESC LIMIT @limit";
        var (sequence, index) = before ?? (long.MaxValue, int.MaxValue);
        return db.Query<DeliveryRow>(sql, new { webhook, state = (long?)state, sequence, index = (long)index, limit }).ConvertAll(row => row.ToDelivery());
    }

    public void UpdateDelivery(WebhookDelivery delivery) => db.Execute(Settlement, DeliveryRow.Of(delivery));

    public void Promote(long webhook, string orderKey, DateTimeOffset now) => db.Execute(Promotion, new { webhook, orderKey, now = Micros.From(now) });

    public void Hasten(long webhook, DateTimeOffset now) => db.Execute(Hurry, new { webhook, now = Micros.From(now) });

    public void Prune(long webhook, DeliveryState state, int keep) => db.Execute(Forgetting, new { webhook, state = (long)state, keep });

    private List<Webhook> Webhooks(string sql, object? parameters) => db.Query<WebhookRow>(sql, parameters).ConvertAll(row => row.ToWebhook());
}
