using Quire.Core.Changes;
using Quire.Core.Merging;
using Quire.Core.Sealing;
using Quire.Core.Stores;
using Quire.Core.Webhooks;
using Quire.Testing.Time;

namespace Quire.Core.Tests.Webhooks;

/// <summary>A store with webhooks, a receiver, and a clock that the test moves.</summary>
internal sealed class WebhookShop : IAsyncDisposable
{
    public static readonly SecretSeal Seal = new(new byte[32]);

    private WebhookShop(Workshop shop, ManualClock clock)
    {
        (Shop, Clock) = (shop, clock);
        Service = new WebhookService(shop.Store, shop.Signal, Seal, clock);
        Deliveries = new DeliveryService(shop.Store, Receiver, Seal, clock);
        Deliverer = NewDeliverer();
    }

    public Workshop Shop { get; }

    public ManualClock Clock { get; }

    public FakeReceiver Receiver { get; } = new();

    public WebhookService Service { get; }

    public DeliveryService Deliveries { get; }

    public WebhookDeliverer Deliverer { get; }

    public static async Task<WebhookShop> Open(string place = ":memory:", Func<IStore, IStore>? around = null)
    {
        var clock = new ManualClock();
        return new WebhookShop(await Workshop.Open(clock, place, around: around), clock);
    }

    /// <summary>Another process's deliverer over the same store.</summary>
    public WebhookDeliverer NewDeliverer(IStore? store = null, ManualClock? clock = null) => new(store ?? Shop.Store, Shop.Signal, Receiver, Seal, clock ?? Clock);

    public async Task<string> Add(string[]? events = null, string[]? projects = null, string url = "https://hooks.example/a") =>
        (await Service.Create(Shop.Owner, new NewWebhook { Url = url, Events = events ?? [], Projects = projects ?? [] })).Webhook.Id;

    public Task<Applied> Commit(string path, string text) => Shop.Commit(($"{path}.prompt.md", text));

    public Task Alias(string path, string alias, long? version) =>
        Shop.Writer.Annotate(Shop.Owner, Workshop.Project, [new AliasMove(path, alias, version is null ? null : new AliasTarget(version))]);

    public Task<MergeOutcome> Merge(string from, MergeMode mode = MergeMode.Auto) =>
        Shop.Merges.Merge(Shop.Owner, new MergeRequest { Project = Workshop.Project, From = from, Mode = mode });

    public Task Deliver() => Deliverer.CatchUp(TestContext.Current.CancellationToken);

    public Task Deliver(TimeSpan later)
    {
        Clock.Advance(later);
        return Deliver();
    }

    public Task<Webhook> Get(string id) => Service.Get(Shop.Owner, id);

    /// <summary>The log of a webhook, oldest first.</summary>
    public async Task<IReadOnlyList<WebhookDelivery>> Log(string id) => [.. (await Deliveries.List(Shop.Owner, id, limit: 1000)).Reverse()];

    public ValueTask DisposeAsync() => Shop.DisposeAsync();
}
