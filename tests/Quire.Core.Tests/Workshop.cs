using System.Text;
using Quire.Core.Access;
using Quire.Core.Audit;
using Quire.Core.Caching;
using Quire.Core.Changes;
using Quire.Core.Collecting;
using Quire.Core.Composing;
using Quire.Core.Contents;
using Quire.Core.Diffing;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Core.Merging;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Search;
using Quire.Core.Similarity;
using Quire.Core.Stores;
using Quire.Storage;

namespace Quire.Core.Tests;

/// <summary>The use cases over a new store in memory, with the first organisation and project.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    public const string Project = "prompts";

    private Workshop(IStore store, TimeProvider time, CacheOptions? caching, ISecondTierCache? secondTier)
    {
        Store = store;
        Signal = new ChangeSignal();
        Objects = new ObjectCache();
        Contents = new ContentReader();
        Door = new WriteDoor(store, Objects, Contents, Signal, time);
        Projects = new ProjectService(store, Signal, time);
        Keys = new KeyService(store, Signal, time);
        Commits = new CommitService(store, Door, Objects, time);
        Reader = new PromptReader(store, Objects, Contents, Signal);
        Writer = new PromptWriter(store, Reader, Commits, Door);
        Lister = new PromptLister(store);
        Search = new SearchService(store);
        Similarities = new SimilarityIndexes(store);
        Similarity = new SimilarityService(store, Similarities);
        TagSuggestions = new TagSuggestionService(store, Similarities);
        History = new HistoryReader(store, Objects);
        Merges = new MergeService(store, Door, Objects, time);
        Picks = new PickService(store, Door, Objects, time);
        Trash = new TrashService(store, History, Commits);
        Refs = new RefService(store, Door, Objects, time);
        Diffs = new DiffService(store, Objects, Contents);
        Feed = new ChangeFeed(store, Signal);
        Collector = new Collector(store, Objects, time);
        Verifier = new StoreVerifier(store);
        Caches = new ComposeCaches(Signal, caching, secondTier, secondTier is null ? null : new SecondTierSeal(new byte[32]));
        Composer = new ComposeService(store, Objects, Contents, Caches, time);
    }

    public IStore Store { get; }

    public ChangeSignal Signal { get; }

    public ObjectCache Objects { get; }

    public ContentReader Contents { get; }

    public WriteDoor Door { get; }

    public ProjectService Projects { get; }

    public KeyService Keys { get; }

    public CommitService Commits { get; }

    public PromptReader Reader { get; }

    public PromptWriter Writer { get; }

    public PromptLister Lister { get; }

    public SearchService Search { get; }

    public SimilarityIndexes Similarities { get; }

    public SimilarityService Similarity { get; }

    public TagSuggestionService TagSuggestions { get; }

    public HistoryReader History { get; }

    public MergeService Merges { get; }

    public PickService Picks { get; }

    public TrashService Trash { get; }

    public RefService Refs { get; }

    public DiffService Diffs { get; }

    public ChangeFeed Feed { get; }

    public Collector Collector { get; }

    public StoreVerifier Verifier { get; }

    public ComposeCaches Caches { get; }

    public ComposeService Composer { get; }

    public Principal Owner { get; private set; } = null!;

    public static async Task<Workshop> Open(TimeProvider? time = null, string place = ":memory:", CacheOptions? caching = null, ISecondTierCache? secondTier = null, Func<IStore, IStore>? around = null)
    {
        var clock = time ?? TimeProvider.System;
        var shop = new Workshop(around?.Invoke(StoreFactory.Open(place, clock, new StoreOptions { AllowUnsafeServer = true })) ?? StoreFactory.Open(place, clock, new StoreOptions { AllowUnsafeServer = true }), clock, caching, secondTier);
        var organisation = await shop.Projects.EnsureFirst();
        shop.Owner = Principal.Owner(organisation.Id, organisation.Name);
        return shop;
    }

    public Task<Applied> Commit(params (string Path, string? Text)[] files) => Commit("Change prompts", files);

    public Task<Applied> Commit(string message, params (string Path, string? Text)[] files) => CommitTo(null, message, files);

    public Task<Applied> CommitTo(string? branch, string message, params (string Path, string? Text)[] files) => Commits.Commit(Owner, new CommitRequest
    {
        Project = Project,
        Branch = branch,
        Message = message,
        Changes = [.. files.Select(file => new FileChange(file.Path) { Content = file.Text is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(file.Text) })],
    });

    public ValueTask<ResolvedPrompt> Resolve(string address) => Reader.Resolve(Owner, Addressing.Parse(Owner, address));

    public async Task<string> Text(string address) => Encoding.UTF8.GetString((await Resolve(address)).Bytes.Span);

    public Task<ComposedPrompt> Compose(string address, Func<ComposeCall, ComposeCall>? change = null, Principal? caller = null)
    {
        var call = new ComposeCall { Prompt = Addressing.Parse(Owner, address), Tenant = "acme", Features = ["billing"], Agent = "triage" };
        return Composer.Compose(caller ?? Owner, change?.Invoke(call) ?? call).AsTask();
    }

    public async Task<Principal> Bound(params string[] tenants)
    {
        var created = await Keys.Create(Owner, new NewKey { Name = "bound", Permissions = Permissions.All & ~Permissions.Keys, TenantScopes = tenants });
        return (await Keys.Authenticate(created.Secret))!;
    }

    public Task<long> Sequence() => Feed.LastSequence(Owner);

    public async Task<Project> TheProject() => await Projects.Get(Owner, Project);

    public static async Task<QuireError> Refusal(Func<Task> action) => (await Should.ThrowAsync<QuireException>(action)).Error;

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
