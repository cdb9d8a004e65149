using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quire.AspNetCore.Changes;
using Quire.AspNetCore.History;
using Quire.AspNetCore.OpenApi;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Prompts;
using Quire.AspNetCore.Studio;
using Quire.AspNetCore.Counters;
using Quire.AspNetCore.Search;
using Quire.Core.Access;
using Quire.Core.Audit;
using Quire.Core.Caching;
using Quire.Core.Changes;
using Quire.Core.Collecting;
using Quire.Core.Composing;
using Quire.Core.Counters;
using Quire.Core.Contents;
using Quire.Core.Diffing;
using Quire.Core.Drafts;
using Quire.Core.Git;
using Quire.Core.History;
using Quire.Core.Langfuse;
using Quire.Core.Lineage;
using Quire.Core.Merging;
using Quire.Core.Mlflow;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Outbound;
using Quire.Core.Prompts;
using Quire.Core.Search;
using Quire.Core.Seeding;
using Quire.Core.Sets;
using Quire.Core.Similarity;
using Quire.Core.Validation;
using Quire.Outbound;

namespace Quire.AspNetCore;

/// <summary>Adds Quire to a host's services.</summary>
public static class QuireServices
{
    /// <summary>Adds the use cases and what the routes need. Map the routes with <see cref="QuireRoutes.MapQuire"/>.</summary>
    /// <exception cref="Quire.Core.Errors.QuireException"><c>invalid_setting</c>: names the key and the fix.</exception>
    public static IServiceCollection AddQuire(this IServiceCollection services, QuireOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        services.AddSingleton(options);
        services.AddSingleton(options.Store);
        services.TryAddSingleton(options.Time);
        services.TryAddSingleton<IOutbound>(_ => new GuardedOutbound(new OutboundRules(options.AllowOutbound), new SystemNames(), options.Time));
        AddCore(services);
        AddPipeline(services);
        services.AddQuireOpenApi();
        return services;
    }

    private static void AddCore(IServiceCollection services)
    {
        services.AddSingleton<ObjectCache>();
        services.AddSingleton(provider => new ContentReader(provider.GetRequiredService<QuireOptions>().Tokens));
        services.AddSingleton<ChangeSignal>();
        services.AddSingleton<ChangeFollower>();
        services.AddSingleton<KeyService>();
        services.AddSingleton<SignInService>();
        services.AddSingleton<ProjectService>();
        services.AddSingleton<WriteDoor>();
        services.AddSingleton<CommitService>();
        services.AddSingleton<PromptReader>();
        services.AddSingleton<PromptLister>();
        services.AddSingleton<PromptWriter>();
        services.AddSingleton<BulkWriter>();
        services.AddSingleton<SeedService>();
        services.AddSingleton<FolderWriter>();
        services.AddSingleton<SetService>();
        services.AddSingleton<TemplateService>();
        services.AddSingleton<ReadCounters>();
        services.AddSingleton<ReadReports>();
        services.AddHostedService<ReadFlushing>();
        services.AddSingleton<SearchService>();
        services.AddSingleton<SearchIndexer>();
        services.AddHostedService<SearchIndexing>();
        services.AddSingleton<HistoryReader>();
        services.AddSingleton<MergeService>();
        services.AddSingleton<PickService>();
        services.AddSingleton<TrashService>();
        services.AddSingleton<RefService>();
        services.AddSingleton<DiffService>();
        services.AddSingleton<DraftService>();
        services.AddSingleton<BlobService>();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton(Caches);
        services.AddSingleton<CacheService>();
        services.AddSingleton<CacheMetrics>();
        services.AddSingleton<ComposeService>();
        services.AddSingleton<FetchService>();
        services.AddSingleton<PushService>();
        services.AddSingleton<StoreVerifier>();
        services.AddSingleton<Collector>();
        services.AddSingleton<PreviewService>();
        services.AddSingleton<ValidationService>();
        services.AddSingleton<RulesService>();
        services.AddSingleton<RunWriter>();
        services.AddSingleton<RunReader>();
        services.AddSingleton<SimilarityIndexes>();
        services.AddSingleton<SimilarityService>();
        services.AddSingleton<TagSuggestionService>();
        services.AddSingleton<MlflowReader>();
        services.AddSingleton<MlflowWriter>();
        services.AddSingleton<LangfuseReader>();
        services.AddSingleton<LangfuseWriter>();
        services.AddSingleton<LangfuseLister>();
    }

    private static ComposeCaches Caches(IServiceProvider services)
    {
        var options = services.GetRequiredService<QuireOptions>();
        return new ComposeCaches(services.GetRequiredService<ChangeSignal>(), options.Cache, options.SecondTier?.Cache, options.SecondTier?.Seal);
    }

    private static void AddPipeline(IServiceCollection services)
    {
        services.AddRouting();
        services.AddSingleton<HostNames>();
        services.AddSingleton<Authenticator>();
        services.AddSingleton<SequenceGate>();
        services.AddSingleton<ProblemWriter>();
        services.AddSingleton<ReadyAnswers>();
        services.AddSingleton<StudioFiles>();
        services.AddSingleton<PromptAnswers>();
        services.AddSingleton<GateFactory>();
        services.AddSingleton<PromptSaver>();
        services.AddSingleton<CommitLog>();
        services.AddSingleton<BranchMoves>();
        services.AddSingleton<FeedStreams>();
        services.AddHostedService<NodeNews>();
    }
}
