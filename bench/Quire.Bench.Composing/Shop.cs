using System.Text;
using Quire.Core.Access;
using Quire.Core.Caching;
using Quire.Core.Changes;
using Quire.Core.Composing;
using Quire.Core.Contents;
using Quire.Core.History;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Storage;

namespace Quire.Bench.Composing;

/// <summary>Composing over a store, in memory where nothing else is said.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string Project = "prompts";
    private readonly CommitService _commits;
    private readonly PromptWriter _writer;

    private Shop(IStore store, CacheOptions? options)
    {
        Store = store;
        Caches = new ComposeCaches(Signal, options);
        Composer = new ComposeService(store, Objects, Contents, Caches, TimeProvider.System);
        var door = new WriteDoor(store, Objects, Contents, Signal, TimeProvider.System);
        _commits = new CommitService(store, door, Objects, TimeProvider.System);
        _writer = new PromptWriter(store, new PromptReader(store, Objects, Contents, Signal), _commits, door);
    }

    public IStore Store { get; }

    public ChangeSignal Signal { get; } = new();

    public ObjectCache Objects { get; } = new();

    public ContentReader Contents { get; } = new();

    public ComposeCaches Caches { get; }

    public ComposeService Composer { get; }

    public Principal Owner { get; private set; } = null!;

    public static async Task<Shop> Open(CacheOptions? options = null, string location = StoreFactory.Memory)
    {
        var store = StoreFactory.Open(location, TimeProvider.System);
        var shop = new Shop(store, options);
        var organisation = await new ProjectService(store, shop.Signal, TimeProvider.System).EnsureFirst();
        shop.Owner = Principal.Owner(organisation.Id, organisation.Name);
        return shop;
    }

    public Task Commit(IEnumerable<(string File, string Text)> files) => _commits.Commit(Owner, new CommitRequest
    {
        Project = Project,
        Message = "Write",
        Changes = [.. files.Select(file => new FileChange(file.File) { Content = Encoding.UTF8.GetBytes(file.Text) })],
    });

    public Task Point(params (string Path, long Number)[] targets) =>
        _writer.Annotate(Owner, Project, [.. targets.Select(target => new AliasMove(target.Path, "production", new AliasTarget(target.Number)))]);

    public ComposeCall Call(string address) => new()
    {
        Prompt = Addressing.Parse(Owner, address),
        Tenant = "acme",
        Features = ["billing"],
        Agent = "triage",
        Variables = FourLayers.Variables,
        UserText = new Dictionary<string, string> { ["question"] = FourLayers.UserText },
    };

    /// <summary>The same store with caches that know nothing.</summary>
    public ComposeService Cold(CacheOptions? options = null, ISecondTierCache? secondTier = null, SecondTierSeal? seal = null) =>
        new(Store, new ObjectCache(), new ContentReader(), new ComposeCaches(new ChangeSignal(), options, secondTier, seal), TimeProvider.System);

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
