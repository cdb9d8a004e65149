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
using Quire.Templating.Values;

namespace Quire.Redis.Tests.Caching;

/// <summary>A store in memory with one prompt in two versions, composed with Redis behind a memory too small to hold what is asked for, and without any cache.</summary>
internal sealed class Node : IAsyncDisposable
{
    public const int Versions = 2;
    private const string Project = "prompts";
    private const string Text = "Version NUMBER for {{ name }}. {% merge_point \"tone\" %}Be kind.{% endmerge_point %}";
    private readonly IStore _store;
    private readonly ComposeService _cached;
    private readonly ComposeService _uncached;
    private readonly PromptWriter _writer;
    private readonly CommitService _commits;

    private Node(IStore store, ISecondTierCache redis)
    {
        _store = store;
        var (signal, objects, contents) = (new ChangeSignal(), new ObjectCache(), new ContentReader());
        var options = new CacheOptions { MemoryBytes = 200_000, SecondTierFrom = TimeSpan.Zero, SecondTierDeadline = TimeSpan.FromMilliseconds(20) };
        Caches = new ComposeCaches(signal, options, redis, new SecondTierSeal("outage outage outage"u8));
        _cached = new ComposeService(store, objects, contents, Caches, TimeProvider.System);
        _uncached = new ComposeService(store, objects, contents, new ComposeCaches(signal, new CacheOptions { MemoryBytes = 0 }), TimeProvider.System);
        var door = new WriteDoor(store, objects, contents, signal, TimeProvider.System);
        _commits = new CommitService(store, door, objects, TimeProvider.System);
        _writer = new PromptWriter(store, new PromptReader(store, objects, contents, signal), _commits, door);
        Owner = null!;
    }

    public ComposeCaches Caches { get; }

    public Principal Owner { get; private set; }

    public static async Task<Node> Open(ISecondTierCache redis)
    {
        var store = StoreFactory.Open(":memory:", TimeProvider.System);
        var node = new Node(store, redis);
        var organisation = await new ProjectService(store, new ChangeSignal(), TimeProvider.System).EnsureFirst();
        node.Owner = Principal.Owner(organisation.Id, organisation.Name);
        for (var version = 1; version <= Versions; version++)
        {
            var content = Encoding.UTF8.GetBytes(Text.Replace("NUMBER", $"{version}", StringComparison.Ordinal));
            await node._commits.Commit(node.Owner, new CommitRequest { Project = Project, Message = "Write", Changes = [new FileChange("greet.prompt.md") { Content = content }] });
        }
        await node.Point(1);
        return node;
    }

    public Task Point(int version) => _writer.Annotate(Owner, Project, [new AliasMove("greet", "production", new AliasTarget(version))]);

    public async Task<(int Version, string Text, CacheAnswer Cache)> Compose(string address, string name, bool cached = true)
    {
        var call = new ComposeCall
        {
            Prompt = Addressing.Parse(Owner, address),
            Variables = Value.Map([KeyValuePair.Create("name", Value.String(name))]),
        };
        var answer = await (cached ? _cached : _uncached).Compose(Owner, call);
        return (answer.Plan.Base.Version!.Value, answer.Result.Content!, answer.Cache);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
